use cors_rocket::{Policy, cors, policy};
use rocket::{delete, post};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(policy = PARTNERS)]
#[post("/", format = "json", data = "<body>")]
fn policy_without_content_type(body: String) -> String {
    body
}

#[cors(policy = PARTNERS)]
#[delete("/", format = "json")]
fn format_without_data_by_name() {}

fn main() {}

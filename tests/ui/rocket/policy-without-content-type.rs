use cors_rocket::{Policy, cors, policy};
use rocket::post;

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(policy = PARTNERS)]
#[post("/", format = "json", data = "<body>")]
fn create(body: String) -> String {
    body
}

fn main() {}

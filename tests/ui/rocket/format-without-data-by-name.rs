use cors_rocket::{Policy, cors, policy};
use rocket::delete;

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(policy = PARTNERS)]
#[delete("/", format = "json")]
fn remove() {}

fn main() {}

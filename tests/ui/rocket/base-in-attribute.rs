use cors_rocket::{Policy, cors, policy};
use rocket::get;

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(..PARTNERS)]
#[get("/")]
fn list() {}

fn main() {}

use cors_rocket::{Policy, cors, policy};
use rocket::post;

static READ: Policy = policy!(origins = "*", methods = ["HEAD", "PUT"]);

#[cors(policy = READ)]
#[post("/")]
fn create() {}

fn main() {}

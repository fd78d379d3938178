use actix_web::put;
use cors_actix::{Policy, cors, policy};

static READ: Policy = policy!(origins = "*", methods = ["GET", "HEAD"]);

#[cors(policy = READ)]
#[put("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

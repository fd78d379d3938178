use actix_web::get;
use cors_actix::{Policy, cors, policy};

static ANYBODY: Policy = policy!(origins = "*");

#[cors(policy = ANYBODY, enforce = "unsafe_methods")]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

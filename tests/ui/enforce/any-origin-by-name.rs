use actix_web::post;
use cors_actix::{Policy, cors, policy};

static ANYBODY: Policy = policy!(origins = "*");

#[cors(policy = ANYBODY, enforce = "unsafe_methods")]
#[post("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

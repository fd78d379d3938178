use actix_web::{post, put};
use cors_actix::{Policy, cors, policy};

#[cors(policy = Policy::PUBLIC, enforce = "unsafe_methods")]
#[put("/")]
async fn public_policy() -> &'static str {
    "updated"
}

static ANYBODY: Policy = policy!(origins = "*");

#[cors(policy = ANYBODY, enforce = "unsafe_methods")]
#[post("/")]
async fn any_origin_by_name() -> &'static str {
    "any_origin_by_name"
}

fn main() {}

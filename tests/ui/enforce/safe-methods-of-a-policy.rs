use actix_web::routes;
use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(policy = PARTNERS, enforce = "unsafe_methods")]
#[routes]
#[get("/")]
#[head("/head")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

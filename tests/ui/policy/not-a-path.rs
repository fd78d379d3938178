use actix_web::get;
use cors_actix::{Policy, cors, policy};

#[cors(policy = policy!(origins = "*"))]
#[get("/")]
async fn macro_() -> &'static str {
    "macro_"
}

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(policy = &PARTNERS)]
#[get("/")]
async fn expression() -> &'static str {
    "expression"
}

#[cors(policy = "PARTNERS")]
#[get("/")]
async fn string() -> &'static str {
    "string"
}

fn main() {}

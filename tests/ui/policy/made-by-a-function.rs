// The guide says what to do. A `static` can be made so.

use actix_web::get;
use cors_actix::{Policy, cors, policy};

const fn partners() -> Policy {
    policy!(origins = ["https://app.example.com"])
}

const CONST: Policy = partners();
static STATIC: Policy = CONST;

#[cors(policy = CONST)]
#[get("/const")]
async fn of_a_const() -> &'static str {
    "of_a_const"
}

#[cors(policy = STATIC)]
#[get("/static")]
async fn of_a_static() -> &'static str {
    "of_a_static"
}

fn main() {}

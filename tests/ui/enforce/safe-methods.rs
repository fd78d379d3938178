use actix_web::{get, route, routes};
use cors_actix::{Policy, cors, policy};

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[get("/")]
async fn safe_methods() -> &'static str {
    "safe_methods"
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[route("/", method = "GET", method = "HEAD", method = "OPTIONS")]
async fn safe_methods_of_several() -> &'static str {
    "safe_methods_of_several"
}

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(policy = PARTNERS, enforce = "unsafe_methods")]
#[routes]
#[get("/")]
#[head("/head")]
async fn safe_methods_of_a_policy() -> &'static str {
    "safe_methods_of_a_policy"
}

fn main() {}

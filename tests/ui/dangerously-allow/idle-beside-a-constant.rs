use actix_web::get;
use cors_actix::{Policy, cors, policy};

const APP: &str = "https://app.example.com";

// A constant is no pattern.
#[cors(origins = [APP, "https://*.example.com"], dangerously_allow = ["public_suffix_wildcards"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

static ALONE: Policy = policy!(origins = APP, dangerously_allow = ["null_origin", "public_suffix_wildcards"]);

fn main() {
    let _ = ALONE;
}

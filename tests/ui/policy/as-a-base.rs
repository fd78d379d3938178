use actix_web::get;
use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(..PARTNERS)]
#[get("/")]
async fn as_a_base() -> &'static str {
    "as_a_base"
}

#[cors(..PARTNERS, expose_headers = ["etag"])]
#[get("/")]
async fn as_a_base_with_keys() -> &'static str {
    "as_a_base_with_keys"
}

fn main() {}

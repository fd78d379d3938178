use actix_web::get;
use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(policy = PARTNERS, origins = ["https://b.example"])]
#[get("/")]
async fn with_origins() -> &'static str {
    "with_origins"
}

#[cors(policy = PARTNERS, allow_headers = ["content-type"])]
#[get("/")]
async fn with_allow_headers() -> &'static str {
    "with_allow_headers"
}

#[cors(policy = PARTNERS, expose_headers = ["etag"])]
#[get("/")]
async fn with_expose_headers() -> &'static str {
    "with_expose_headers"
}

#[cors(policy = PARTNERS, credentials = true)]
#[get("/")]
async fn with_credentials() -> &'static str {
    "with_credentials"
}

#[cors(policy = PARTNERS, max_age = "10m")]
#[get("/")]
async fn with_max_age() -> &'static str {
    "with_max_age"
}

#[cors(policy = PARTNERS, dangerously_allow = ["insecure_origins"])]
#[get("/")]
async fn with_dangerously_allow() -> &'static str {
    "with_dangerously_allow"
}

#[cors(policy = PARTNERS, credentials = true, methods = ["GET"], max_age = 600)]
#[get("/")]
async fn with_several_keys() -> &'static str {
    "with_several_keys"
}

#[cors(policy = Policy::SAME_ORIGIN, credentials = true)]
#[get("/")]
async fn same_origin_with_a_key() -> &'static str {
    "same_origin_with_a_key"
}

fn main() {}

use actix_web::dev::ServiceRequest;
use actix_web::get;
use cors_actix::{Origin, Policy, cors, policy};

#[cors(origins = ["http://app.example.com"], dangerously_allow = ["insecure_origins"])]
#[get("/")]
async fn insecure_origins() -> &'static str {
    "insecure_origins"
}

#[cors(origins = ["https://app.example.com"], dangerously_allow = ["null_origin"])]
#[get("/")]
async fn null_origin() -> &'static str {
    "null_origin"
}

#[cors(origins = ["https://*.example.com"], dangerously_allow = ["public_suffix_wildcards"])]
#[get("/")]
async fn public_suffix_wildcards() -> &'static str {
    "public_suffix_wildcards"
}

#[cors(origins = ["*"], dangerously_allow = ["insecure_origins"])]
#[get("/")]
async fn for_any_origin() -> &'static str {
    "for_any_origin"
}

const APP: &str = "https://app.example.com";

// A constant is no pattern.
#[cors(origins = [APP, "https://*.example.com"], dangerously_allow = ["public_suffix_wildcards"])]
#[get("/")]
async fn beside_a_constant() -> &'static str {
    "beside_a_constant"
}

static ALONE: Policy = policy!(origins = APP, dangerously_allow = ["null_origin", "public_suffix_wildcards"]);

fn is_preview(_: &Origin<'_>, _: &ServiceRequest) -> bool {
    true
}

// A predicate needs no danger, and the origins of another policy are not here.
static DECIDED: Policy = policy!(origins = predicate(is_preview), dangerously_allow = ["null_origin"]);
static REPLACED: Policy =
    policy!(..DECIDED, origins = ["https://app.example.com"], dangerously_allow = ["insecure_origins"]);

fn main() {
    let _ = [&ALONE, &DECIDED, &REPLACED];
}

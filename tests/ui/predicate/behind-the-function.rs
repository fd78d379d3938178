use actix_web::{HttpRequest, get};
use cors_actix::{Origin, cors};

fn is_preview(_: &Origin<'_>, _: &HttpRequest) -> bool {
    true
}

#[cors(origins = predicate(is_preview, is_preview))]
#[get("/")]
async fn two_functions() -> &'static str {
    "two_functions"
}

#[cors(origins = predicate(is_preview, varies = ["x-tenant"]))]
#[get("/")]
async fn vary_misspelt() -> &'static str {
    "vary_misspelt"
}

#[cors(origins = predicate(is_preview, vary = 1))]
#[get("/")]
async fn vary_number() -> &'static str {
    "vary_number"
}

#[cors(origins = predicate(is_preview, vary = [X_TENANT]))]
#[get("/")]
async fn vary_word() -> &'static str {
    "vary_word"
}

fn main() {}

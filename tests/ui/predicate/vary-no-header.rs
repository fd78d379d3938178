use actix_web::{HttpRequest, get};
use cors_actix::{Origin, cors};

fn is_preview(_: &Origin<'_>, _: &HttpRequest) -> bool {
    true
}

#[cors(origins = predicate(is_preview, vary = ["x tenant"]))]
#[get("/")]
async fn vary_no_header() -> &'static str {
    "vary_no_header"
}

#[cors(origins = predicate(is_preview, vary = ""))]
#[get("/")]
async fn vary_empty() -> &'static str {
    "vary_empty"
}

#[cors(origins = predicate(is_preview, vary = "*"))]
#[get("/")]
async fn vary_on_everything() -> &'static str {
    "vary_on_everything"
}

fn main() {}

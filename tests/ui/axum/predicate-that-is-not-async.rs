use axum::http::request::Parts;
use cors_axum::{Origin, cors};

fn is_preview(_: &Origin<'_>, _: &Parts) -> bool {
    true
}

async fn is_tenant(_: &Origin<'_>, _: &Parts) -> bool {
    true
}

#[cors(origins = async_predicate(is_preview))]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = predicate(is_tenant))]
async fn show() -> &'static str {
    "show"
}

fn main() {}

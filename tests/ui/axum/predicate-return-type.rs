use axum::http::request::Parts;
use cors_axum::{Origin, cors};

fn is_preview(_: &Origin<'_>, _: &Parts) -> Option<bool> {
    Some(true)
}

#[cors(origins = predicate(is_preview))]
async fn list() -> &'static str {
    "list"
}

fn main() {}

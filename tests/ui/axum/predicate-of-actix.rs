use actix_web::HttpRequest;
use cors_axum::{Origin, cors};

fn is_preview(_: &Origin<'_>, _: &HttpRequest) -> bool {
    true
}

#[cors(origins = predicate(is_preview))]
async fn list() -> &'static str {
    "list"
}

fn main() {}

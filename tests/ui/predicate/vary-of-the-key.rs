use actix_web::{HttpRequest, get};
use cors_actix::{Origin, cors};

fn is_preview(_: &Origin<'_>, _: &HttpRequest) -> bool {
    true
}

#[cors(origins = predicate(is_preview), vary = ["x-tenant"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

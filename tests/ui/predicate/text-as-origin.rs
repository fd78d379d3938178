use actix_web::{HttpRequest, get};
use cors_actix::cors;

fn is_preview(_: &str, _: &HttpRequest) -> bool {
    true
}

#[cors(origins = predicate(is_preview))]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

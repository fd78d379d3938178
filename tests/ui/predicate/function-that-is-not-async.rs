use actix_web::{HttpRequest, get};
use cors_actix::{Origin, cors};

fn is_preview(_: &Origin<'_>, _: &HttpRequest) -> bool {
    true
}

#[cors(origins = async_predicate(is_preview))]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

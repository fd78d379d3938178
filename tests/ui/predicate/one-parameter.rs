use actix_web::get;
use cors_actix::{Origin, cors};

fn is_preview(_: &Origin<'_>) -> bool {
    true
}

#[cors(origins = predicate(is_preview))]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

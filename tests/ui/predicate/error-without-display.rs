use actix_web::{HttpRequest, get};
use cors_actix::{Origin, cors};

fn is_preview(_: &Origin<'_>, _: &HttpRequest) -> Result<bool, ()> {
    Err(())
}

#[cors(origins = predicate(is_preview))]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

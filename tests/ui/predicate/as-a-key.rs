use actix_web::{HttpRequest, get};
use cors_actix::{Origin, cors};

fn is_preview(_: &Origin<'_>, _: &HttpRequest) -> bool {
    true
}

#[cors(predicate = is_preview)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(async_predicate(is_preview))]
#[get("/call")]
async fn call() -> &'static str {
    "call"
}

fn main() {
    let _ = is_preview;
}

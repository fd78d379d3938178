use actix_web::{HttpRequest, get};
use cors_actix::{Origin, cors};

#[cors(origins = predicate)]
#[get("/")]
async fn no_parentheses() -> &'static str {
    "no_parentheses"
}

fn is_preview(_: &Origin<'_>, _: &HttpRequest) -> bool {
    true
}

#[cors(origins = is_preview)]
#[get("/")]
async fn without_its_word() -> &'static str {
    "without_its_word"
}

#[cors(origins = async_predicate)]
#[get("/")]
async fn async_without_its_word() -> &'static str {
    "async_without_its_word"
}

fn main() {}

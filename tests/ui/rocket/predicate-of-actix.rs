use cors_rocket::{Origin, cors};
use rocket::get;

fn is_preview(_: &Origin<'_>, _: &actix_web::HttpRequest) -> bool {
    true
}

#[cors(origins = predicate(is_preview))]
#[get("/")]
fn list() {}

fn main() {}

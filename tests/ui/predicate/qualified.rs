use actix_web::HttpRequest;
use actix_web::get;
use cors_actix::{Origin, cors};

struct Known;

impl Known {
    fn check(_: &Origin<'_>, _: &HttpRequest) -> bool {
        true
    }
}

#[cors(origins = predicate(<Known>::check))]
#[get("/")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = predicate(Known::check))]
#[get("/right")]
async fn right() -> &'static str {
    ""
}

fn main() {}

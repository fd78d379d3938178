use actix_web::{HttpRequest, get};
use cors_actix::{Origin, cors};

async fn is_tenant(_: &Origin<'_>, _: &HttpRequest) {}

#[cors(origins = async_predicate(is_tenant))]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use cors_rocket::{Origin, cors};
use rocket::{Request, get};

fn is_tenant(_: &Origin<'_>, _: &Request<'_>) -> bool {
    true
}

#[cors(origins = async_predicate(is_tenant))]
#[get("/")]
fn list() {}

fn main() {}

use std::rc::Rc;

use cors_rocket::{Origin, cors};
use rocket::{Request, get};

async fn is_tenant(_: &Origin<'_>, _: &Request<'_>) -> bool {
    let tenants = Rc::new(true);
    std::future::ready(()).await;
    *tenants
}

#[cors(origins = async_predicate(is_tenant))]
#[get("/")]
fn list() {}

fn main() {}

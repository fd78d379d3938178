//! Said as of a route without `#[cors]`.

use actix_web::{Responder, get};
use cors_actix::cors;

#[cors(origins = "*")]
#[get("/", wrap = "5")]
async fn index() -> impl Responder {
    ""
}

fn main() {}

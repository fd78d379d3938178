use actix_web::get;
use cors_actix::{Policy, cors};

#[cors(policy = Policy::SAME_ORIGIN, methods = ["GET"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

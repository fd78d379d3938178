use actix_web::guard::GuardContext;
use actix_web::{get, post};
use cors_actix::cors;

fn is_json(_: &GuardContext<'_>) -> bool {
    true
}

#[cors(origins = ["https://app.example.com"], crate = ::cors_actics)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"], crate = crate::reexport)]
#[post("/", guard = "is_json")]
async fn create() -> &'static str {
    "create"
}

fn main() {}

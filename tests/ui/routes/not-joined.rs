use actix_web::{get, post};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[get("/")]
#[post("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {
    let _ = list;
}

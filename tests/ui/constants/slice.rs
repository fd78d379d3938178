use actix_web::get;
use cors_actix::cors;

const APPS: &[&str] = &["https://app.example.com"];

#[cors(origins = APPS)]
#[get("/list")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://b.example", APPS])]
#[get("/show")]
async fn show() -> &'static str {
    "show"
}

fn main() {}

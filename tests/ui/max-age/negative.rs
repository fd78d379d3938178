use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], max_age = -1)]
#[get("/")]
async fn negative() -> &'static str {
    "negative"
}

#[cors(origins = ["https://app.example.com"], max_age = "-5m")]
#[get("/")]
async fn negative_text() -> &'static str {
    "negative_text"
}

fn main() {}

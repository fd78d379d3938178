use actix_web::{post, web};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-token"])]
#[post("/")]
async fn create(_body: web::Json<String>) -> &'static str {
    "created"
}

fn main() {}

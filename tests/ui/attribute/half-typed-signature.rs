use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[get("/")]
pub async fn half_typed_signature(page) -> &'static str {
    "half_typed_signature"
}

fn main() {}

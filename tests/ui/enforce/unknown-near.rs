use actix_web::post;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_method")]
#[post("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

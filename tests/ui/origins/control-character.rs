use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app\0.example.com", "https://app.example.com\n"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["ftp://files.example.com", "wss://app.example.com"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

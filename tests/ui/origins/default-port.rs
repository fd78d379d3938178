use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://app.example.com:80", "https://app.example.com:443"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

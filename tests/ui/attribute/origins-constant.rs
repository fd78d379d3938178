use actix_web::get;
use cors_actix::cors;

const ORIGINS: [&str; 1] = ["https://app.example.com"];
#[cors(origins = ORIGINS)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

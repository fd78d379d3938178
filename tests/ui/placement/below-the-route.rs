use actix_web::get;
use cors_actix::cors;

#[get("/")]
#[cors(origins = ["https://app.example.com"])]
async fn list() -> &'static str {
    "list"
}

fn main() {}

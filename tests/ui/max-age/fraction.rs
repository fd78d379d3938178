use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], max_age = "1.5h")]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(
    origins = [
        "https://app.example.com/",
        "https://admin.example.com",
        "localhost:3000",
        "https://*.com",
    ],
)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

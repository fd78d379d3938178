use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow_headers = [
    "*",
    "content-type",
    "authorization",
    "x-token",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

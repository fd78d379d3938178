use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow_headers = [
    "x requested with",
    "content-type, x-token",
    "x-token\r\nx-admin",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    "https://app.example.com",
    7,
    b"https://app.example.com",
    "https://app.example.com"u8,
    c"https://app.example.com",
    <Apps as Named>::APP,
    ["https://app.example.com"],
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = [localhost:3000])]
#[get("/")]
async fn no_quotes() -> &'static str {
    "no_quotes"
}

fn main() {}

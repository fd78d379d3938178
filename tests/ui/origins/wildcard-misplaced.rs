use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    "https://**.example.com",
    "**",
    "https://*",
    "http://*:3000",
    "https://app.*.example.com",
    "https://example.*",
    "*://app.example.com",
    "https://*.*.example.com",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

// An element is checked even where it is not compiled in.
#[cors(
    origins = [
        "https://app.example.com",
        #[cfg(not(debug_assertions))]
        "https://*.com",
    ],
)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://*.com", "https://*.github.io", "https://*.netlify.app", "https://*.co.uk.:*"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

// An element is checked even where it is not compiled in.
#[cors(
    origins = [
        "https://app.example.com",
        #[cfg(not(debug_assertions))]
        "https://*.com",
    ],
)]
#[get("/")]
async fn cfg_not_active() -> &'static str {
    "cfg_not_active"
}

fn main() {}

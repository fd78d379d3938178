use actix_web::get;
use cors_actix::cors;

mod config {
    pub(super) const APP: &str = "https://app.example.com/login";
    pub(super) const OTHER: &str = "https://other.example.com:443";
}

// Each has its own error.
#[cors(origins = [config::APP, config::OTHER])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

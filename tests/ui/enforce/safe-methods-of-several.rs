use actix_web::route;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[route("/", method = "GET", method = "HEAD", method = "OPTIONS")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::route;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[route("/list", method = "TRACE", method = "TRACK")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::route;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["GET, PUT"])]
#[route("/", method = "GET", method = "PUT", method = "PATCH")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

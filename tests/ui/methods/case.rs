use actix_web::{get, route};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["get"])]
#[get("/")]
async fn lowercase() -> &'static str {
    "lowercase"
}

#[cors(origins = ["https://app.example.com"], methods = ["patch"])]
#[route("/", method = "GET", method = "PUT", method = "PATCH")]
async fn lowercase_patch() -> &'static str {
    "lowercase_patch"
}

#[cors(origins = ["https://app.example.com"], methods = ["Put"])]
#[route("/", method = "GET", method = "PUT", method = "PATCH")]
async fn mixed_case() -> &'static str {
    "mixed_case"
}

#[cors(origins = ["https://app.example.com"], methods = ["GET", "get"])]
#[get("/")]
async fn lowercase_beside_uppercase() -> &'static str {
    "lowercase_beside_uppercase"
}

fn main() {}

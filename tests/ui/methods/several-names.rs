use actix_web::{get, route};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["GET POST"])]
#[get("/")]
async fn syntax() -> &'static str {
    "syntax"
}

#[cors(origins = ["https://app.example.com"], methods = ["GET, PUT"])]
#[route("/", method = "GET", method = "PUT", method = "PATCH")]
async fn syntax_comma() -> &'static str {
    "syntax_comma"
}

fn main() {}

use actix_web::{get, route};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["PUT:"])]
#[route("/", method = "GET", method = "PUT", method = "PATCH")]
async fn syntax_colon() -> &'static str {
    "syntax_colon"
}

#[cors(origins = ["https://app.example.com"], methods = [" GET"])]
#[get("/")]
async fn syntax_space() -> &'static str {
    "syntax_space"
}

#[cors(origins = ["https://app.example.com"], methods = ["GÉT"])]
#[get("/")]
async fn syntax_unicode() -> &'static str {
    "syntax_unicode"
}

fn main() {}

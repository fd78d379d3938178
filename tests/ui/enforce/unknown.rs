use actix_web::{get, post};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], enforce = "writes")]
#[get("/")]
async fn word() -> &'static str {
    "word"
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_method")]
#[post("/")]
async fn near() -> &'static str {
    "near"
}

#[cors(origins = ["https://app.example.com"], enforce = "all-methods")]
#[get("/")]
async fn kebab_case() -> &'static str {
    "kebab_case"
}

#[cors(origins = "*", enforce = "all")]
#[get("/")]
async fn any_origin_and_unknown() -> &'static str {
    "any_origin_and_unknown"
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_method")]
#[get("/")]
async fn safe_methods_unknown() -> &'static str {
    "safe_methods_unknown"
}

fn main() {}

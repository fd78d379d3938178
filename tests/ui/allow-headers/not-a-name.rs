use actix_web::{get, post, web};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow_headers = ["X-Token:", "x-größe"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-token "])]
#[get("/")]
async fn syntax_trailing_space() -> &'static str {
    "syntax_trailing_space"
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["content-type:"])]
#[post("/")]
async fn json_with_a_misspelt_content_type(_body: web::Json<String>) -> &'static str {
    "created"
}

fn main() {}

use actix_web::{post, put, web};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[post("/")]
async fn json_without_content_type(_body: web::Json<String>) -> &'static str {
    "created"
}

#[cors(origins = ["https://app.example.com"], allow_headers = [])]
#[post("/")]
async fn json_with_an_empty_list(_body: web::Json<String>) -> &'static str {
    "created"
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-token"])]
#[post("/")]
async fn json_with_other_headers(_body: web::Json<String>) -> &'static str {
    "created"
}

#[cors(origins = ["https://app.example.com"])]
#[put("/")]
async fn json_by_its_full_path(body: actix_web::web::Json<String>) -> String {
    body.into_inner()
}

fn main() {}

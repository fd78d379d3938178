use actix_web::{post, web};
use cors_actix::{Policy, cors, policy};

mod json_without_content_type {
    use super::*;

    static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

    #[cors(policy = PARTNERS)]
    #[post("/")]
    async fn list(_name: web::Json<String>) -> &'static str {
        "list"
    }
}

mod json_with_other_headers {
    use super::*;

    static PARTNERS: Policy = policy!(origins = "*", allow_headers = ["x-content-type"]);

    #[cors(policy = PARTNERS)]
    #[post("/")]
    async fn list(_name: web::Json<String>) -> &'static str {
        "list"
    }
}

fn main() {}

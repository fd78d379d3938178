use actix_web::{post, web};
use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(policy = PARTNERS)]
#[post("/")]
async fn list(_name: web::Json<String>) -> &'static str {
    "list"
}

fn main() {}

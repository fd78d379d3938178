use actix_web::{post, web};
use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = "*", allow_headers = ["x-content-type"]);

#[cors(policy = PARTNERS)]
#[post("/")]
async fn list(_name: web::Json<String>) -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(policy = PARTNERS, same_origin)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

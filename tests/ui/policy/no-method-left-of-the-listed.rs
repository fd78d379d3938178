use actix_web::route;
use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"], methods = ["GET"]);

#[cors(policy = PARTNERS, methods = ["PUT"])]
#[route("/", method = "GET", method = "PUT")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

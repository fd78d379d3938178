use actix_web::get;
use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com/"]);

// The mistake is reported once, where it is.
#[cors(policy = PARTNERS)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

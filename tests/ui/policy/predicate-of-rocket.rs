use actix_web::get;
use cors_actix::{Origin, Policy, cors};

fn is_preview(_: &Origin<'_>, _: &rocket::Request<'_>) -> bool {
    true
}

static PREVIEWS: Policy = cors_rocket::policy!(origins = predicate(is_preview));

#[cors(policy = PREVIEWS)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

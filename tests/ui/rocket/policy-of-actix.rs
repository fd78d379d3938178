use cors_rocket::{Origin, Policy, cors};
use rocket::get;

fn is_preview(_: &Origin<'_>, _: &actix_web::HttpRequest) -> bool {
    true
}

static PREVIEWS: Policy = cors_actix::policy!(origins = predicate(is_preview));

#[cors(policy = PREVIEWS)]
#[get("/")]
fn list() {}

fn main() {}

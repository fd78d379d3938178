use actix_web::put;
use cors_actix::cors;

mod policies {
    pub(super) const READ: cors_actix::Policy = cors_actix::policy!(origins = "*", methods = ["GET"]);
}

#[cors(policy = policies::READ)]
#[put("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

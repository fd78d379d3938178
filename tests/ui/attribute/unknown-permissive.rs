use actix_web::get;
use cors_actix::{Policy, cors, policy};

#[cors(permissive)]
#[get("/word")]
async fn word() -> &'static str {
    ""
}

#[cors(permissive = true)]
#[get("/switch")]
async fn switch() -> &'static str {
    ""
}

static ALL: Policy = policy!(permissive, max_age = 60);

fn main() {
    let _ = ALL;
}

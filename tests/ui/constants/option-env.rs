use actix_web::get;
use cors_actix::cors;

#[cors(origins = [option_env!("CARGO_PKG_HOMEPAGE")])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

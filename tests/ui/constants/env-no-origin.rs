use actix_web::get;
use cors_actix::cors;

#[cors(origins = [env!("CARGO_PKG_VERSION")])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

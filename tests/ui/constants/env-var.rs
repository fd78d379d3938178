use actix_web::get;
use cors_actix::cors;

#[cors(origins = [std::env::var("O").unwrap()])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

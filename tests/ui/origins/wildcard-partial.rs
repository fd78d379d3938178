use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://deploy-*.example.com", "http://app-*.intranet"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

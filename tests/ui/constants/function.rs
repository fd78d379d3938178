use actix_web::get;
use cors_actix::cors;

fn app() -> &'static str {
    "https://app.example.com"
}

#[cors(origins = [app()])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

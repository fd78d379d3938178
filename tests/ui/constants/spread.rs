use actix_web::get;
use cors_actix::cors;

const APPS: [&str; 1] = ["https://app.example.com"];

#[cors(origins = [..APPS])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

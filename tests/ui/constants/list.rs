use actix_web::get;
use cors_actix::cors;

const APP: [&str; 1] = ["https://app.example.com"];

#[cors(origins = APP)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

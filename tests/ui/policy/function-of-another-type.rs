use actix_web::get;
use cors_actix::cors;

fn partners() -> &'static str {
    "https://app.example.com"
}

#[cors(policy = partners)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors("https://app.example.com")]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors("https://a.example", "https://b.example", "https://c.example")]
#[get("/")]
async fn two_bare_origins() -> &'static str {
    "two_bare_origins"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.exa!mple.com"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(max_age = "10m")]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

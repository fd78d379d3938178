use actix_web::routes;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["GET", "DELETE"])]
#[routes]
#[get("/")]
#[post("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

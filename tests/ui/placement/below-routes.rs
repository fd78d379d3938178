use actix_web::routes;
use cors_actix::cors;

#[routes]
#[cors(origins = ["https://app.example.com"])]
#[get("/")]
#[post("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

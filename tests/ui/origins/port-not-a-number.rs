use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com:https", "http://localhost:30*", "http://localhost:3000:3001"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

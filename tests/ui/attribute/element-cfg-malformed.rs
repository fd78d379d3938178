use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com", #[cfg] "http://localhost:5173"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}

use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com/", "http://localhost:5173/"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = "https://app.example.com/")]
#[get("/")]
async fn one_string() -> &'static str {
    "one_string"
}

fn main() {}

use cors_rocket::cors;
use rocket::{get, post};

#[cors(origins = ["https://app.example.com"])]
#[get("/")]
#[post("/")]
fn list() -> &'static str {
    "list"
}

fn main() {
    let _ = rocket::routes![list];
}

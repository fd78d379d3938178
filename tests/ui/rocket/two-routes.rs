use cors_rocket::cors;
use rocket::{get, post, route};

#[cors(origins = ["https://app.example.com"])]
#[get("/")]
#[post("/")]
fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"])]
#[get("/search")]
#[route(POST, uri = "/search")]
fn search() -> &'static str {
    "search"
}

fn main() {
    let _ = rocket::routes![list, search];
}

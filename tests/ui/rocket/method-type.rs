use cors_rocket::cors;
use rocket::route;

#[cors(origins = ["https://app.example.com"], methods = ["PUT"])]
#[route(rocket::http::Method::Get, uri = "/")]
fn list() -> &'static str {
    "list"
}

fn main() {}

use cors_rocket::cors;
use rocket::route;

#[cors(origins = ["https://app.example.com"], methods = ["GET"])]
#[route(PUT, uri = "/")]
fn list() -> &'static str {
    "list"
}

fn main() {}

use cors_rocket::cors;
use rocket::route;

#[cors(origins = ["https://app.example.com"], methods = ["HEAD"])]
#[route(GET, uri = "/")]
fn list() -> &'static str {
    "list"
}

fn main() {}

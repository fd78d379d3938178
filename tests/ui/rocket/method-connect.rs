use cors_rocket::cors;
use rocket::route;

#[cors(origins = ["https://app.example.com"])]
#[route(Method::Connect, uri = "/")]
fn connected() {}

fn main() {}

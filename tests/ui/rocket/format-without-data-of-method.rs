use cors_rocket::cors;
use rocket::route;

#[cors(origins = ["https://app.example.com"])]
#[route(rocket::http::Method::Put, uri = "/", format = "html")]
fn change() {}

fn main() {}

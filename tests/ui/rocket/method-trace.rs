use cors_rocket::cors;
use rocket::route;

#[cors(origins = ["https://app.example.com"])]
#[route(TRACE, uri = "/")]
fn traced() {}

fn main() {}

use cors_rocket::cors;
use rocket::route;

#[cors(origins = ["https://app.example.com"])]
#[route(PATCH, uri = "/", format = "msgpack")]
fn change() {}

fn main() {}

use cors_rocket::cors;
use rocket::delete;

#[cors(origins = ["https://app.example.com"])]
#[delete("/", format = "json")]
fn remove() {}

fn main() {}

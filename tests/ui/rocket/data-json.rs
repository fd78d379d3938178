use cors_rocket::cors;
use rocket::post;

// What counts is the name of the type.
type Json = String;

#[cors(origins = ["https://app.example.com"])]
#[post("/", data = "<body>")]
fn create(body: Json) -> String {
    body
}

fn main() {}

use cors_rocket::cors;
use rocket::{delete, post};

#[cors(origins = ["https://app.example.com"])]
#[delete("/", format = "json")]
fn without_data() {}

#[cors(origins = ["https://app.example.com"])]
#[post("/", format = "json", data = "<body>")]
fn json(body: String) -> String {
    body
}

// What counts is the name of the type.
type Json = String;

#[cors(origins = ["https://app.example.com"])]
#[post("/", data = "<body>")]
fn data_json(body: Json) -> String {
    body
}

fn main() {}

use cors_rocket::cors;
use rocket::put;

#[cors(origins = ["https://app.example.com"])]
#[put("/", format = "image/*", data = "<body>")]
fn create(body: String) -> String {
    body
}

fn main() {}

use cors_rocket::cors;
use rocket::post;

#[cors(origins = ["https://app.example.com"])]
#[post("/", format = "json", data = "<body>")]
fn create(body: String) -> String {
    body
}

fn main() {}

use cors_rocket::cors;
use rocket::put;

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-token"])]
#[put("/", data = "<body>", format = "application/json; charset=utf-8")]
fn create(body: String) -> String {
    body
}

fn main() {}

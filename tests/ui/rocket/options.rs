use cors_rocket::cors;
use rocket::get;

#[cors(origins = ["https://app.example.com"], methods = ["GET", "OPTIONS"])]
#[get("/")]
fn list() -> &'static str {
    "list"
}

fn main() {}

use cors_rocket::cors;
use rocket::get;

#[cors(origins = ["https://app.example.com"])]
#[get("/")]
unsafe fn list() -> &'static str {
    "list"
}

fn main() {}

use cors_rocket::cors;
use rocket::get;

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[get("/")]
fn list() -> &'static str {
    "list"
}

fn main() {}

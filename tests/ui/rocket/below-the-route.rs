use cors_rocket::cors;
use rocket::get;

#[get("/")]
#[cors(origins = ["https://app.example.com"])]
fn list() -> &'static str {
    "list"
}

fn main() {}

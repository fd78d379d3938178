use cors_rocket::cors;
use rocket::get;

#[cors(origins = ["https://app.example.com"])]
#[cors(origins = ["https://admin.example.com"])]
#[get("/")]
fn list() -> &'static str {
    "list"
}

fn main() {}

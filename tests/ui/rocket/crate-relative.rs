use cors_rocket::cors;
use rocket::get;

#[cors(origins = ["https://app.example.com"], crate = cors_rocket)]
#[get("/")]
fn list() -> &'static str {
    "list"
}

fn main() {}

use cors_rocket::cors;
use rocket::catch;

#[cors(origins = ["https://app.example.com"])]
#[catch(404)]
fn not_found() -> &'static str {
    "not found"
}

fn main() {}

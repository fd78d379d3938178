use cors_rocket::cors;
use rocket::post;

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-token"])]
#[post("/", format = "application/xml")]
fn start() {}

fn main() {}

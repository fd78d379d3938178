use cors_rocket::cors;
use rocket::get;

const APP: &str = "https://app.example.com/";

#[cors(origins = [APP])]
#[get("/")]
fn list() {}

fn main() {}

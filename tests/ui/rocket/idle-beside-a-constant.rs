use cors_rocket::cors;
use rocket::get;

const APP: &str = "https://app.example.com";

#[cors(origins = [APP], dangerously_allow = ["public_suffix_wildcards"])]
#[get("/")]
fn list() {}

fn main() {}

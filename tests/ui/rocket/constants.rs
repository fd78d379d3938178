use cors_rocket::cors;
use rocket::get;

const APPS: &[&str] = &["https://app.example.com"];

#[cors(origins = APPS)]
#[get("/list")]
fn list() {}

#[cors(origins = ["https://b.example", APPS])]
#[get("/show")]
fn show() {}

#[cors(origins = [std::env::var("APP_ORIGIN").unwrap()])]
#[get("/update")]
fn update() {}

fn main() {}

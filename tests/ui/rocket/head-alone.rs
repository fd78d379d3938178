use cors_rocket::cors;
use rocket::{get, route};

#[cors(origins = ["https://app.example.com"], methods = ["HEAD"])]
#[get("/")]
fn head_alone() -> &'static str {
    "head_alone"
}

#[cors(origins = ["https://app.example.com"], methods = ["HEAD"])]
#[route(GET, uri = "/")]
fn head_alone_on_route() -> &'static str {
    "head_alone_on_route"
}

fn main() {}

use cors_rocket::cors;
use rocket::{get, route};

#[cors(origins = ["https://app.example.com"], methods = ["PUT"])]
#[get("/")]
fn method_not_served() -> &'static str {
    "method_not_served"
}

#[cors(origins = ["https://app.example.com"], methods = ["GET"])]
#[route(PUT, uri = "/")]
fn method_of_route() -> &'static str {
    "method_of_route"
}

#[cors(origins = ["https://app.example.com"], methods = ["PTU"])]
#[route(PUT, uri = "/")]
fn method_of_route_near() -> &'static str {
    "method_of_route_near"
}

#[cors(origins = ["https://app.example.com"], methods = ["PUT"])]
#[route(rocket::http::Method::Get, uri = "/")]
fn method_type() -> &'static str {
    "method_type"
}

fn main() {}

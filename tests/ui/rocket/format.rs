use cors_rocket::cors;
use rocket::{post, put, route};

#[cors(origins = ["https://app.example.com"])]
#[route(rocket::http::Method::Put, uri = "/", format = "html")]
fn without_data_of_method() {}

#[cors(origins = ["https://app.example.com"])]
#[post("/", format = "application/xml", data = "<body>")]
fn essence(body: String) -> String {
    body
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-token"])]
#[put("/", data = "<body>", format = "application/json; charset=utf-8")]
fn of_put(body: String) -> String {
    body
}

#[cors(origins = ["https://app.example.com"])]
#[put("/", format = "image/*", data = "<body>")]
fn range(body: String) -> String {
    body
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-token"])]
#[post("/", format = "application/xml")]
fn without_data_of_post() {}

#[cors(origins = ["https://app.example.com"])]
#[route(PATCH, uri = "/", format = "msgpack")]
fn without_data_of_route() {}

fn main() {}

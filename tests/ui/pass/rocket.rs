use cors_rocket::cors;
use rocket::{delete, get, options, post, route};

type Json = String;

#[cors(origins = ["https://app.example.com"], methods = ["GET", "HEAD"])]
#[get("/list")]
fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], methods = ["GET"])]
#[route(GET, uri = "/show")]
fn show() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], methods = ["OPTIONS"])]
#[options("/describe")]
fn describe() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
#[post("/create", format = "json", data = "<body>")]
fn create(body: Json) -> String {
    body
}

// A page can send these without being asked.
#[cors(origins = ["https://app.example.com"])]
#[post("/form", format = "form", data = "<body>")]
fn form(body: String) -> String {
    body
}

#[cors(origins = ["https://app.example.com"])]
#[post("/text", format = "text/plain", data = "<text>")]
async fn text(text: String) -> String {
    text
}

// The format of a `GET` route is that of its response.
#[cors(origins = ["https://app.example.com"])]
#[get("/report", format = "json")]
fn report() -> &'static str {
    "{}"
}

#[cors(origins = ["https://app.example.com"])]
#[get("/copy/<name>")]
fn copy(ref name: String) -> String {
    name.clone()
}

#[cors(same_origin)]
#[delete("/<id>")]
fn remove(id: u8) -> String {
    id.to_string()
}

fn main() {
    let _ = rocket::routes![list, show, describe, create, form, text, report, copy, remove];
}

use cors_rocket::cors;
use rocket::{delete, get, head, options, patch, post, put, route};

// What these methods take is no body, so `format` is that of the response.
#[cors(origins = ["https://app.example.com"])]
#[get("/report", format = "json")]
fn report() -> &'static str {
    "{}"
}

#[cors(origins = ["https://app.example.com"])]
#[get("/search", format = "json", data = "<body>")]
fn search(body: String) -> String {
    body
}

#[cors(origins = ["https://app.example.com"])]
#[head("/described", format = "application/xml")]
fn described() {}

#[cors(origins = ["https://app.example.com"])]
#[options("/options", format = "json")]
fn optioned() {}

#[cors(origins = ["https://app.example.com"])]
#[route(GET, uri = "/page", format = "html")]
fn page() -> &'static str {
    ""
}

// A page can send these without being asked.
#[cors(origins = ["https://app.example.com"])]
#[delete("/form", format = "form")]
fn form() {}

#[cors(origins = ["https://app.example.com"])]
#[post("/text", format = "text/plain; charset=utf-8")]
fn text() {}

#[cors(origins = ["https://app.example.com"])]
#[put("/any", format = "any")]
fn any() {}

#[cors(origins = ["https://app.example.com"])]
#[patch("/texts", format = "text/*", data = "<body>")]
fn texts(body: String) -> String {
    body
}

#[cors(origins = ["https://app.example.com"])]
#[route(POST, uri = "/files", format = "multipart")]
fn files() {}

#[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
#[delete("/json", format = "json")]
fn json() {}

#[cors(origins = "*", allow_headers = "*")]
#[patch("/xml", format = "xml")]
fn xml() {}

#[cors(same_origin)]
#[delete("/own", format = "json")]
fn own() {}

fn main() {
    let _ = rocket::routes![report, search, described, optioned, page, form, text, any, texts, files, json, xml, own];
}

//! Handlers, guards and catchers with every kind of outcome.

use cors_rocket::cors;
use rocket::http::Status;
use rocket::response::status::Created;
use rocket::response::stream::TextStream;
use rocket::response::{Redirect, Response};
use rocket::{Build, Rocket, catch, catchers, get, post, put, routes};

use super::guards::FailingGuard;
use super::raw::Raw;
use crate::counters::ran;

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    let handlers =
        routes![created, no_content, redirect, not_modified, missing, broken, err, streaming, panics];
    rocket
        .mount("/out", handlers)
        .mount("/out", routes![guarded, number, query, text])
        .mount("/caught", routes![broken, guarded, missing])
        .register("/caught", catchers![internal_error, unauthorized, not_found])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/created")]
fn created() -> Created<()> {
    ran("created");
    Created::new("/out/created/1")
}

#[cors(origins = ["https://app.example.com"])]
#[get("/no-content")]
fn no_content() -> Status {
    ran("no-content");
    Status::NoContent
}

#[cors(origins = ["https://app.example.com"])]
#[get("/redirect")]
fn redirect() -> Redirect {
    ran("redirect");
    Redirect::found("/plain")
}

#[cors(origins = ["https://app.example.com"])]
#[get("/not-modified")]
fn not_modified() -> Raw {
    ran("not-modified");
    Raw(Response::build().status(Status::NotModified).finalize())
}

#[cors(origins = ["https://app.example.com"])]
#[get("/missing")]
fn missing() -> Option<()> {
    ran("missing");
    None
}

#[cors(origins = ["https://app.example.com"])]
#[get("/broken")]
fn broken() -> Status {
    ran("broken");
    Status::InternalServerError
}

#[cors(origins = ["https://app.example.com"])]
#[get("/err")]
fn err() -> Result<(), Status> {
    ran("err");
    Err(Status::ImATeapot)
}

#[cors(origins = ["https://app.example.com"])]
#[get("/stream")]
fn streaming() -> TextStream![&'static str] {
    ran("stream");
    TextStream! {
        for part in ["a", "b", "c"] {
            yield part;
        }
    }
}

#[cors(origins = ["https://app.example.com"])]
#[get("/panic")]
fn panics() -> Status {
    ran("panic");
    panic!("on purpose")
}

#[cors(origins = ["https://app.example.com"])]
#[get("/guard")]
fn guarded(_guard: FailingGuard) {
    ran("guarded");
}

#[cors(origins = ["https://app.example.com"])]
#[put("/number/<_number>")]
fn number(_number: u8) {
    ran("number");
}

#[cors(origins = ["https://app.example.com"])]
#[get("/query?<page>")]
fn query(page: u8) -> String {
    ran("query");
    page.to_string()
}

#[cors(origins = ["https://app.example.com"])]
#[post("/text", data = "<body>")]
fn text(body: String) -> String {
    ran("text");
    body
}

#[catch(500)]
fn internal_error() -> &'static str {
    ran("catcher");
    "caught"
}

#[catch(401)]
fn unauthorized() -> (Status, &'static str) {
    ran("catcher");
    (Status::Forbidden, "caught")
}

#[catch(404)]
fn not_found() -> Status {
    ran("catcher");
    Status::InternalServerError
}

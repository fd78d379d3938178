//! Routes that forward, and those that come after them.

use cors_rocket::cors;
use rocket::{Build, Rocket, get, put, routes};

use super::guards::Forward;
use crate::counters::ran;

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    rocket
        .mount(
            "/forward",
            routes![to_annotated, annotated, to_bare, bare, to_nobody, from_bare, from_bare_to],
        )
        .mount("/typed", routes![typed_text, typed_number])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/annotated")]
fn to_annotated(_forward: Forward) {
    ran("to-annotated");
}

#[cors(origins = ["https://admin.example.com"])]
#[get("/annotated", rank = 2)]
fn annotated() {
    ran("forwarded");
}

#[cors(origins = ["https://app.example.com"])]
#[get("/bare")]
fn to_bare(_forward: Forward) {
    ran("to-bare");
}

#[get("/bare", rank = 2)]
fn bare() {
    ran("bare");
}

#[cors(origins = ["https://app.example.com"])]
#[get("/nobody")]
fn to_nobody(_forward: Forward) {
    ran("to-nobody");
}

#[get("/from-bare")]
fn from_bare(_forward: Forward) {
    ran("from-bare");
}

#[cors(origins = ["https://app.example.com"])]
#[get("/from-bare", rank = 2)]
fn from_bare_to() {
    ran("forwarded");
}

#[cors(origins = ["https://admin.example.com"])]
#[put("/<_text>", rank = 2)]
fn typed_text(_text: &str) {
    ran("typed-text");
}

#[cors(origins = ["https://app.example.com"])]
#[put("/<_number>", rank = 1)]
fn typed_number(_number: u8) {
    ran("typed-number");
}

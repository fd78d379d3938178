//! Routes that forward, and the routes after them.

use cors_rocket::cors;
use rocket::{Build, Rocket, get, head, options, put, routes};

use super::guards::Forward;
use crate::counters::ran;

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    rocket
        .mount(
            "/forward",
            routes![to_annotated, annotated, to_bare, bare, to_nobody, from_bare, from_bare_to],
        )
        .mount("/typed", routes![typed_text, typed_number])
        .mount("/heads", routes![beside_bare, bare_head, beside_own, own_head, forward_head])
        .mount("/heads", routes![head_to_get, bare_get])
        .mount("/query", routes![kind_a, kind])
        .mount("/first-options", routes![first_bare, second, first_forward, second_forwarded])
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

#[cors(origins = ["https://app.example.com"])]
#[get("/bare")]
fn beside_bare() {
    ran("beside-bare");
}

/// Rocket tries `HEAD` routes first, whatever the rank of `GET` routes.
#[head("/bare", rank = 30)]
fn bare_head() {
    ran("bare-head");
}

#[cors(origins = ["https://app.example.com"])]
#[get("/own")]
fn beside_own() {
    ran("beside-own");
}

#[cors(origins = ["https://admin.example.com"])]
#[head("/own")]
fn own_head() {
    ran("own-head");
}

#[cors(origins = ["https://app.example.com"])]
#[head("/forward")]
fn forward_head(_forward: Forward) {
    ran("forward-head");
}

#[cors(origins = ["https://app.example.com"])]
#[head("/forward-to-get")]
fn head_to_get(_forward: Forward) {
    ran("head-to-get");
}

#[get("/forward-to-get")]
fn bare_get() {
    ran("bare-get");
}

#[cors(origins = ["https://admin.example.com"])]
#[put("/?kind=a")]
fn kind_a() {
    ran("kind-a");
}

#[cors(origins = ["https://app.example.com"])]
#[put("/?<kind>")]
fn kind(kind: &str) -> String {
    ran("kind");
    kind.to_owned()
}

#[options("/bare")]
fn first_bare() {
    ran("bare-options");
}

#[cors(origins = ["https://app.example.com"])]
#[options("/bare", rank = 2)]
fn second() {
    ran("second");
}

#[options("/forward")]
fn first_forward(_forward: Forward) {
    ran("first-forward");
}

#[cors(origins = ["https://app.example.com"])]
#[options("/forward", rank = 2)]
fn second_forwarded() {
    ran("forwarded");
}

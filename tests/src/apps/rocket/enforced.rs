//! Handlers that refuse requests of other origins.

use cors_rocket::{Policy, cors};
use rocket::response::Response;
use rocket::{Build, Rocket, delete, get, options, post, put, routes};

use super::guards::Guard;
use super::raw::Raw;
use crate::apps::named::ONLY_GET;
use crate::counters::ran;

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    let rocket = rocket
        .mount("/enforced", routes![module::read, module::write, remove, read_all, post_all, options_all]);
    rocket.mount("/enforced", routes![left, own, varying])
}

#[cors(origins = ["https://app.example.com"], expose_headers = ["etag"], credentials = true, enforce = "unsafe_methods")]
mod module {
    use rocket::{get, put};

    use super::{Guard, ran};

    #[get("/unsafe")]
    pub(super) fn read(_guard: Guard) {
        ran("read");
    }

    #[put("/unsafe")]
    pub(super) fn write(_guard: Guard) {
        ran("put");
    }
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[delete("/unsafe")]
fn remove(_guard: Guard) {
    ran("delete");
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
#[get("/all")]
fn read_all(_guard: Guard) {
    ran("read");
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
#[post("/all", data = "<body>")]
fn post_all(_guard: Guard, body: String) -> String {
    ran("post");
    body
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
#[options("/all")]
fn options_all(_guard: Guard) {
    ran("options");
}

#[cors(policy = ONLY_GET, enforce = "unsafe_methods")]
#[put("/left")]
fn left() {
    ran("left");
}

#[cors(policy = Policy::SAME_ORIGIN, enforce = "unsafe_methods")]
#[put("/own")]
fn own() {
    ran("own");
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[put("/vary")]
fn varying() -> Raw {
    ran("vary");
    Raw(Response::build().raw_header("Vary", "sec-fetch-site").finalize())
}

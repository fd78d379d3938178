//! Handlers for peculiarities of single keys.

use cors_rocket::cors;
use rocket::{Build, Rocket, get, head, patch, put, routes};

use crate::counters::ran;

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    rocket.mount("/", routes![conditions, emptied, dangers, insecure, patched, head_alone])
}

#[cors(origins = [
    "https://app.example.com",
    #[cfg(all())]
    "https://admin.example.com",
    #[cfg(any())]
    "https://evil.example",
])]
#[get("/cfg")]
fn conditions() {
    ran("cfg");
}

#[cors(origins = [#[cfg(any())] "https://evil.example"])]
#[put("/cfg")]
fn emptied() {
    ran("cfg-empty");
}

#[cors(origins = ["null", "https://*.github.io"], dangerously_allow = ["null_origin", "public_suffix_wildcards"])]
#[get("/dangers")]
fn dangers() {
    ran("dangers");
}

#[cors(origins = ["http://plain.example.com"], credentials = true, dangerously_allow = ["insecure_origins"])]
#[put("/dangers")]
fn insecure() {
    ran("insecure");
}

#[cors(origins = ["https://app.example.com"])]
#[patch("/patch")]
fn patched() {
    ran("patch");
}

#[cors(origins = ["https://app.example.com"])]
#[head("/head-alone")]
fn head_alone() {
    ran("head-alone");
}

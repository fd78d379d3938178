//! Handlers that refuse requests of other origins.

use axum::Router;
use axum::body::Bytes;
use axum::routing::{get, put};
use cors_axum::{Policy, cors};

use super::Guard;
use crate::apps::named::ONLY_GET;
use crate::counters::ran;

pub(super) fn router() -> Router {
    Router::new()
        .route("/enforced/unsafe", get(read).put(write).delete(remove))
        .route("/enforced/all", get(read_all).post(post_all).options(options_all))
        .route("/enforced/left", put(left))
        .route("/enforced/own", put(own))
        .route("/enforced/vary", put(varying))
}

#[cors(origins = ["https://app.example.com"], expose_headers = ["etag"], credentials = true, enforce = "unsafe_methods")]
async fn read(_: Guard) {
    ran("read");
}

#[cors(origins = ["https://app.example.com"], expose_headers = ["etag"], credentials = true, enforce = "unsafe_methods")]
async fn write(_: Guard) {
    ran("put");
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
async fn remove(_: Guard) {
    ran("delete");
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
async fn read_all(_: Guard) {
    ran("read");
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
async fn post_all(_: Guard, body: Bytes) -> Bytes {
    ran("post");
    body
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
async fn options_all(_: Guard) {
    ran("options");
}

#[cors(policy = ONLY_GET, enforce = "unsafe_methods")]
async fn left() {
    ran("left");
}

#[cors(policy = Policy::SAME_ORIGIN, enforce = "unsafe_methods")]
async fn own() {
    ran("own");
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
async fn varying() -> [(&'static str, &'static str); 1] {
    ran("vary");
    [("vary", "sec-fetch-site")]
}

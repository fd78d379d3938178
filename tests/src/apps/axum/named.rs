//! Handlers with named policies, and lists with constants.

use axum::Router;
use axum::routing::{get, put};
use cors_axum::{Policy, cors, policy};

use crate::apps::named::{self, APP_ORIGIN, LAZY, LIVE, ONLY_GET, ONLY_HEAD, by_function};
use crate::counters::ran;

static PARTNERS: Policy = policy!(
    origins = [APP_ORIGIN, "https://b.example", env!("STAGING_ORIGIN"), "https://*.preview.example.com"],
    allow_headers = ["x-a"],
    credentials = true,
    max_age = "10m",
);
const TAGGED: Policy = policy!(..PARTNERS, expose_headers = ["etag"], credentials = false, max_age = 0);
const PUBLIC: Policy = policy!(..TAGGED, origins = "*");

pub(super) fn router() -> Router {
    named::open();
    Router::new()
        .route("/named/static", put(by_static))
        .route("/named/const", put(by_const))
        .route("/named/public", put(by_const_of_const))
        .route("/named/own", put(by_associated))
        .route("/named/everyone", put(everyone))
        .route("/named/everyone-some", get(everyone_some).put(everyone_some))
        .route("/named/lazy", put(by_lazy))
        .route("/named/function", put(of_function))
        .route("/named/live", put(by_live))
        .route("/named/constants", put(constants))
        .route("/named/some", get(some).put(some))
        .route("/named/all", put(all))
        .route("/named/bound", put(left).get(bound))
        .route("/named/head", get(bound_head))
}

#[cors(policy = PARTNERS)]
async fn by_static() {
    ran("static");
}

#[cors(policy = TAGGED)]
async fn by_const() {
    ran("const");
}

#[cors(policy = PUBLIC)]
async fn by_const_of_const() {
    ran("public");
}

#[cors(policy = Policy::SAME_ORIGIN)]
async fn by_associated() {
    ran("own");
}

#[cors(policy = Policy::PUBLIC)]
async fn everyone() {
    ran("everyone");
}

#[cors(policy = Policy::PUBLIC, methods = ["GET"])]
async fn everyone_some() {
    ran("some");
}

#[cors(policy = LAZY)]
async fn by_lazy() {
    ran("lazy");
}

#[cors(policy = by_function)]
async fn of_function() {
    ran("function");
}

#[cors(policy = LIVE)]
async fn by_live() {
    ran("live");
}

#[cors(origins = ["https://b.example", APP_ORIGIN, env!("STAGING_ORIGIN")], credentials = true)]
async fn constants() {
    ran("constants");
}

#[cors(policy = PARTNERS, methods = ["PUT"])]
async fn some() {
    ran("some");
}

#[cors(policy = PARTNERS, methods = ["PUT"])]
async fn all() {
    ran("all");
}

#[cors(policy = ONLY_GET)]
async fn left() {
    ran("left");
}

#[cors(policy = ONLY_GET)]
async fn bound() {
    ran("bound");
}

#[cors(policy = ONLY_HEAD)]
async fn bound_head() {
    ran("bound");
}

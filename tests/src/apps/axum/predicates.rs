//! Handlers whose policies have a predicate.

use axum::Router;
use axum::http::request::Parts;
use axum::routing::put;
use cors_axum::{Origin, Policy, cors, policy};
use rocket::tokio::task::yield_now;

use super::Guard;
use crate::apps::predicates::{
    fails, is_anybody, is_embedded, is_not_of_the_web, is_preview, panics, panics_before, panics_while_polled,
};
use crate::counters::ran;

pub(super) fn router() -> Router {
    let judged = Router::new()
        .route("/embedded", put(embedded))
        .route("/anybody", put(anybody))
        .route("/scheme", put(scheme))
        .route("/preview", put(preview).get(read_preview))
        .route("/tenant", put(of_tenant))
        .route("/failing", put(failing))
        .route("/named", put(named))
        .route("/panics", put(panicking))
        .route("/early", put(early))
        .route("/late", put(late))
        .route("/left", put(left))
        .route("/enforced", put(enforced))
        .route("/enforced-sync", put(enforced_sync));
    Router::new().nest("/judged", judged)
}

static PREVIEWS: Policy = policy!(origins = predicate(is_preview), expose_headers = ["etag"]);
/// A policy that excludes all methods of a route except `GET`.
static OF_GET: Policy = policy!(..PREVIEWS, methods = ["GET"]);

fn previews_of_get() -> &'static Policy {
    &OF_GET
}

/// Allows the origin of the tenant in the request, or fails if there is no such tenant.
async fn is_tenant(origin: &Origin<'_>, parts: &Parts) -> Result<bool, String> {
    ran("asked");
    yield_now().await;
    let id = parts.headers.get("x-tenant").and_then(|value| value.to_str().ok());
    match id {
        Some("unknown") => Err("no such tenant\r\nx: y".to_owned()),
        Some(id) => Ok(origin.host().strip_suffix(".example") == Some(id)),
        None => Ok(false),
    }
}

#[cors(origins = predicate(is_preview), allow_headers = ["x-a"], expose_headers = ["etag"], credentials = true)]
async fn preview(_: Guard) {
    ran("preview");
}

#[cors(origins = predicate(is_preview))]
async fn read_preview() {
    ran("read");
}

#[cors(origins = async_predicate(is_tenant, vary = ["X-Tenant"]))]
async fn of_tenant(_: Guard) {
    ran("tenant");
}

#[cors(origins = predicate(is_not_of_the_web))]
async fn scheme() {
    ran("scheme");
}

#[cors(origins = predicate(fails))]
async fn failing() {
    ran("failing");
}

#[cors(policy = PREVIEWS)]
async fn named() {
    ran("named");
}

#[cors(origins = predicate(panics))]
async fn panicking() {
    ran("panics");
}

#[cors(origins = async_predicate(panics_before))]
async fn early() {
    ran("early");
}

#[cors(origins = async_predicate(panics_while_polled))]
async fn late() {
    ran("late");
}

#[cors(policy = previews_of_get)]
async fn left() {
    ran("left");
}

#[cors(origins = async_predicate(is_tenant, vary = ["x-tenant"]), enforce = "all_methods")]
async fn enforced(_: Guard) {
    ran("enforced");
}

#[cors(origins = predicate(is_preview), enforce = "unsafe_methods")]
async fn enforced_sync(_: Guard) {
    ran("enforced");
}

#[cors(origins = predicate(is_anybody), credentials = true)]
async fn anybody() {
    ran("anybody");
}

#[cors(origins = predicate(is_embedded))]
async fn embedded() {
    ran("embedded");
}

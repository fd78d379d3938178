//! Handlers whose policies have a predicate.

use std::future::Future;

use axum::Router;
use axum::http::request::Parts;
use axum::routing::put;
use cors_axum::{Origin, Policy, cors, policy};
use rocket::tokio::task::yield_now;

use super::Guard;
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

fn is_preview(origin: &Origin<'_>, _: &Parts) -> bool {
    ran("asked");
    origin.scheme() == "https" && origin.host().starts_with("pr-") && origin.host().ends_with(".example")
}

/// Allows origins whose scheme is not one of the web.
fn is_not_of_the_web(origin: &Origin<'_>, _: &Parts) -> bool {
    ran("asked");
    !matches!(origin.scheme(), "http" | "https" | "ftp")
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

fn fails(_: &Origin<'_>, _: &Parts) -> Result<bool, &'static str> {
    ran("asked");
    Err("the database is gone")
}

fn panics(_: &Origin<'_>, _: &Parts) -> bool {
    ran("asked");
    panic!("a predicate")
}

fn panics_before(_: &Origin<'_>, _: &Parts) -> impl Future<Output = bool> + use<> {
    ran("asked");
    if true {
        panic!("a predicate that has no future yet")
    }
    std::future::ready(true)
}

async fn panics_while_polled(_: &Origin<'_>, _: &Parts) -> bool {
    ran("asked");
    yield_now().await;
    panic!("a predicate that has waited")
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

/// Allows every origin.
fn is_anybody(_: &Origin<'_>, _: &Parts) -> bool {
    ran("asked");
    true
}

#[cors(origins = predicate(is_anybody), credentials = true)]
async fn anybody() {
    ran("anybody");
}

/// Allows origins whose host is not known in advance.
fn is_embedded(origin: &Origin<'_>, _: &Parts) -> bool {
    ran("asked");
    let schemes = ["moz-extension", "safari-web-extension", "vscode-webview"];
    schemes.contains(&origin.scheme()) || origin.as_str() == "file://"
}

#[cors(origins = predicate(is_embedded))]
async fn embedded() {
    ran("embedded");
}

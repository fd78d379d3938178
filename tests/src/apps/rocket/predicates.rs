//! Handlers whose policies have a predicate.

use cors_rocket::{Origin, Policy, cors, policy};
use rocket::tokio::task::yield_now;
use rocket::{Build, Request, Rocket, get, put, routes};

use super::guards::Guard;
use crate::apps::predicates::{
    fails, is_anybody, is_embedded, is_not_of_the_web, is_preview, panics, panics_before, panics_while_polled,
};
use crate::counters::ran;

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    let rocket = rocket.mount("/judged", routes![preview, read_preview, of_tenant, failing, named]);
    let rocket = rocket.mount("/judged", routes![anybody, embedded, scheme]);
    rocket.mount("/judged", routes![panicking, early, late, left, enforced, enforced_sync])
}

static PREVIEWS: Policy = policy!(origins = predicate(is_preview), expose_headers = ["etag"]);
/// A policy that excludes all methods of a route except `GET`.
static OF_GET: Policy = policy!(..PREVIEWS, methods = ["GET"]);

fn previews_of_get() -> &'static Policy {
    &OF_GET
}

/// Allows the origin of the tenant in the request, or fails if there is no such tenant.
async fn is_tenant(origin: &Origin<'_>, request: &Request<'_>) -> Result<bool, String> {
    ran("asked");
    yield_now().await;
    let id = request.headers().get_one("x-tenant");
    match id {
        Some("unknown") => Err("no such tenant\r\nx: y".to_owned()),
        Some(id) => Ok(origin.host().strip_suffix(".example") == Some(id)),
        None => Ok(false),
    }
}

#[cors(origins = predicate(is_preview), allow_headers = ["x-a"], expose_headers = ["etag"], credentials = true)]
#[put("/preview")]
fn preview(_guard: Guard) {
    ran("preview");
}

#[cors(origins = predicate(is_preview))]
#[get("/preview")]
fn read_preview() {
    ran("read");
}

#[cors(origins = async_predicate(is_tenant, vary = ["X-Tenant"]))]
#[put("/tenant")]
fn of_tenant(_guard: Guard) {
    ran("tenant");
}

#[cors(origins = predicate(is_not_of_the_web))]
#[put("/scheme")]
fn scheme() {
    ran("scheme");
}

#[cors(origins = predicate(fails))]
#[put("/failing")]
fn failing() {
    ran("failing");
}

#[cors(policy = PREVIEWS)]
#[put("/named")]
fn named() {
    ran("named");
}

#[cors(origins = predicate(panics))]
#[put("/panics")]
fn panicking() {
    ran("panics");
}

#[cors(origins = async_predicate(panics_before))]
#[put("/early")]
fn early() {
    ran("early");
}

#[cors(origins = async_predicate(panics_while_polled))]
#[put("/late")]
fn late() {
    ran("late");
}

#[cors(policy = previews_of_get)]
#[put("/left")]
fn left() {
    ran("left");
}

#[cors(origins = async_predicate(is_tenant, vary = ["x-tenant"]), enforce = "all_methods")]
#[put("/enforced")]
fn enforced(_guard: Guard) {
    ran("enforced");
}

#[cors(origins = predicate(is_preview), enforce = "unsafe_methods")]
#[put("/enforced-sync")]
fn enforced_sync(_guard: Guard) {
    ran("enforced");
}

#[cors(origins = predicate(is_anybody), credentials = true)]
#[put("/anybody")]
fn anybody() {
    ran("anybody");
}

#[cors(origins = predicate(is_embedded))]
#[put("/embedded")]
fn embedded() {
    ran("embedded");
}

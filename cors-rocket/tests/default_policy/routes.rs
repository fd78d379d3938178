//! Routes without a policy, which count their runs.

use std::sync::atomic::{AtomicUsize, Ordering};

use rocket::http::{Header, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::response::{Redirect, Responder};
use rocket::{Request, Route, catch, delete, get, options, put, routes};

/// Counts the runs of guards and handlers of `/preflight`.
pub(crate) static RUNS: AtomicUsize = AtomicUsize::new(0);

pub(crate) fn other_routes() -> Vec<Route> {
    let counted = routes![counted, counted_put, counted_options];
    let outcomes = routes![fine, saved, deleted, redirect, number, guarded, error, panics];
    [counted, outcomes, routes![sets, sets_on_options]].concat()
}

struct Counted;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Counted {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        RUNS.fetch_add(1, Ordering::SeqCst);
        Outcome::Success(Self)
    }
}

#[get("/preflight")]
fn counted(_guard: Counted) {}

#[put("/preflight")]
fn counted_put(_guard: Counted) {}

#[options("/preflight")]
fn counted_options(_guard: Counted) -> &'static str {
    "options"
}

#[get("/fine")]
fn fine() -> &'static str {
    "fine"
}

#[put("/saved")]
fn saved() {}

#[delete("/saved")]
fn deleted() {}

#[get("/redirect")]
fn redirect() -> Redirect {
    Redirect::to("/fine")
}

#[get("/number/<_n>")]
fn number(_n: u8) {}

struct Fails;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Fails {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        Outcome::Error((Status::Unauthorized, ()))
    }
}

#[get("/guarded")]
fn guarded(_guard: Fails) {}

#[get("/error")]
fn error() -> Status {
    Status::InternalServerError
}

#[get("/panic")]
fn panics() {
    panic!("as planned")
}

/// A responder that sets a CORS header itself.
#[derive(Responder)]
struct Sets((), Header<'static>);

#[get("/sets")]
fn sets() -> Sets {
    Sets((), Header::new("Access-Control-Allow-Origin", "*"))
}

#[options("/sets")]
fn sets_on_options() -> Sets {
    sets()
}

#[catch(default)]
pub(crate) fn catcher(status: Status, _: &Request<'_>) -> String {
    format!("caught {}", status.code)
}

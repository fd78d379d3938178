//! Rate limits: a guard, such as `rocket-governor`'s, runs for no preflight; a fairing sees every request.

use std::sync::atomic::{AtomicU32, Ordering};

use cors_rocket::cors;
use cors_tests::neighbour::{PAGE, PREFLIGHT, three_pairs};
use rocket::fairing::AdHoc;
use rocket::http::{Method, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::{Build, Request, Rocket, get, put, routes, uri};

use crate::rocket::{app, build};

/// The number of requests that are left.
struct Rest(AtomicU32);

impl Rest {
    fn is_left(&self) -> bool {
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |rest| rest.checked_sub(1)).is_ok()
    }
}

struct Limit;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Limit {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let rest: &Rest = request.rocket().state().unwrap();
        if rest.is_left() { Outcome::Success(Self) } else { Outcome::Error((Status::TooManyRequests, ())) }
    }
}

#[cors(policy = PAGE)]
#[put("/notes")]
fn save() {}

#[cors(policy = PAGE)]
#[put("/notes")]
fn limited(_limit: Limit) {}

/// The route to which a fairing redirects a request over the limit.
#[get("/too-many")]
fn bare() -> Status {
    Status::TooManyRequests
}

#[cors(policy = PAGE)]
#[get("/too-many")]
fn annotated() -> Status {
    Status::TooManyRequests
}

/// Returns a Rocket that accepts two requests.
fn rocket_of_two() -> Rocket<Build> {
    build().manage(Rest(AtomicU32::new(2)))
}

fn fairing() -> AdHoc {
    AdHoc::on_request("limit", |request, _| {
        Box::pin(async move {
            let rest: &Rest = request.rocket().state().unwrap();
            if !rest.is_left() {
                request.set_method(Method::Get);
                request.set_uri(uri!("/too-many"));
            }
        })
    })
}

#[test]
fn a_limit_in_a_guard_sees_no_preflight_and_its_429_is_read() {
    let answer = app(rocket_of_two().mount("/", routes![limited]));
    assert_eq!(
        three_pairs(answer),
        [PREFLIGHT, (200, true), PREFLIGHT, (200, true), PREFLIGHT, (429, true)],
        "preflights do not count, and pages read the 429"
    );
}

#[test]
fn a_limit_in_a_fairing_counts_preflights() {
    let rocket = || rocket_of_two().attach(fairing());
    let answer = app(rocket().mount("/", routes![save, bare]));
    assert_eq!(
        three_pairs(answer),
        [PREFLIGHT, (200, true), (429, false), (429, false), (429, false), (429, false)],
        "preflights count, and nothing can be read"
    );
    let answer = app(rocket().mount("/", routes![save, annotated]));
    assert_eq!(
        three_pairs(answer),
        [PREFLIGHT, (200, true), (429, true), (429, true), (429, true), (429, true)],
        "the policy is that of the route it is sent to, and a preflight with 429 fails all the same"
    );
}

//! Rate limits, as `actix-governor` sets them: their place decides whether preflights count, and whether pages can read
//! the 429.

use std::cell::Cell;
use std::rc::Rc;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::{Next, from_fn};
use actix_web::{App, Error, HttpResponse, put, web};
use cors_actix::{Cors, Policy, SkipPreflight, cors, policy};
use cors_tests::neighbour::{PAGE, PREFLIGHT, three_pairs};

use crate::actix::app;

#[cors(policy = PAGE)]
#[put("/notes")]
async fn save() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = PAGE)]
#[put("/notes", wrap = "from_fn(limit)")]
async fn limited() -> HttpResponse {
    HttpResponse::Ok().finish()
}

static DEFAULT: Policy =
    policy!(origins = ["https://app.example.com"], methods = ["PUT"], credentials = true);

/// The number of requests that are left.
#[derive(Clone)]
struct Rest(Rc<Cell<u32>>);

/// Responds with 429 when no request is left.
async fn limit(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    let Rest(rest) = request.app_data().cloned().unwrap();
    let Some(less) = rest.get().checked_sub(1) else {
        let response = HttpResponse::TooManyRequests().insert_header((header::RETRY_AFTER, "60")).finish();
        return Ok(request.into_response(response));
    };
    rest.set(less);
    next.call(request).await
}

/// An application that accepts two requests.
fn app_of_two() -> App<
    impl ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse, Error = Error, InitError = ()>,
> {
    App::new().app_data(Rest(Rc::new(Cell::new(2))))
}

#[test]
fn a_limit_on_the_handler_sees_no_preflight_and_its_429_is_read() {
    let answer = app!(app_of_two().service(limited));
    assert_eq!(
        three_pairs(answer),
        [PREFLIGHT, (200, true), PREFLIGHT, (200, true), PREFLIGHT, (429, true)],
        "preflights do not count, and pages read the 429"
    );
}

#[test]
fn a_limit_around_a_scope_counts_preflights_and_its_429_is_not_read() {
    let answer = app!(app_of_two().service(web::scope("").service(save).wrap(from_fn(limit))));
    assert_eq!(
        three_pairs(answer),
        [PREFLIGHT, (200, true), (429, false), (429, false), (429, false), (429, false)],
        "preflights count, and nothing can be read"
    );
}

#[test]
fn a_limit_in_a_default_policy_counts_preflights_and_its_429_is_read() {
    let scope = web::scope("").service(save).wrap(from_fn(limit)).wrap(Cors::new(&DEFAULT));
    let answer = app!(app_of_two().service(scope));
    assert_eq!(
        three_pairs(answer),
        [PREFLIGHT, (200, true), PREFLIGHT, (429, true), PREFLIGHT, (429, true)],
        "preflights count, and the default answers those that are refused"
    );
}

#[test]
fn a_limit_in_skip_preflight_sees_no_preflight_and_its_429_is_read() {
    let scope =
        web::scope("").service(save).wrap(SkipPreflight::new(from_fn(limit))).wrap(Cors::new(&DEFAULT));
    let answer = app!(app_of_two().service(scope));
    assert_eq!(
        three_pairs(answer),
        [PREFLIGHT, (200, true), PREFLIGHT, (200, true), PREFLIGHT, (429, true)],
        "as on the handler"
    );
}

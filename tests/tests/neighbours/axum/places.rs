//! The ways to put a handler into a router that `Cors` sees through.

use axum::Router;
use axum::handler::Handler as _;
use axum::routing::{MethodFilter, get, on, options, put, put_service};
use cors_axum::{Cors, any, cors};
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::wire::Request;
use tower::util::BoxCloneSyncService;

use crate::axum::app;

#[cors(policy = PAGE)]
async fn page() {}

async fn bare() -> &'static str {
    "bare"
}

#[test]
fn handlers_in_common_places_keep_their_policy() {
    let route = || Router::new().route("/page", put(page));
    let rows = [
        ("a route", route()),
        ("beside another method", Router::new().route("/page", get(bare).put(page))),
        (
            "several methods at once",
            Router::new().route("/page", on(MethodFilter::PUT.or(MethodFilter::POST), page)),
        ),
        ("two routes on a path", Router::new().route("/page", get(bare)).route("/page", put(page))),
        ("two routes, the other order", Router::new().route("/page", put(page)).route("/page", get(bare))),
        ("merged", Router::new().route("/other", get(bare)).merge(route())),
        ("merged with its path", Router::new().route("/page", get(bare)).merge(route())),
        ("nested", Router::new().nest("/nested", Router::new().nest("/in", route()))),
        ("a service of the handler", Router::new().route("/page", put_service(page.with_state(())))),
        (
            "a boxed service",
            Router::new().route("/page", put_service(BoxCloneSyncService::new(page.with_state(())))),
        ),
        ("every method", Router::new().route("/page", any(page))),
        ("an own handler of OPTIONS", Router::new().route("/page", put(page).options(bare))),
        ("an own handler of OPTIONS apart", route().route("/page", options(bare))),
        ("a fallback of the path", Router::new().route("/page", put(page).fallback(bare))),
        ("a fallback of the router", route().fallback(bare)),
        ("a fallback for methods", route().method_not_allowed_fallback(bare)),
        ("`Cors` inside", Router::new().nest_service("/nested/in", Cors::new(route()))),
    ];
    for (place, router) in rows {
        let path = if ["nested", "`Cors` inside"].contains(&place) { "/nested/in/page" } else { "/page" };
        println!("{place}");
        Route::new("PUT", path).check(app(Cors::new(router)));
    }
}

/// A request that is no preflight reaches it.
#[test]
fn an_own_handler_of_options_stays() {
    let answer = app(Cors::new(Router::new().route("/page", put(page).options(bare))));
    let response = answer(&Request::new("OPTIONS", "/page"));
    assert_eq!((response.status, response.body.as_slice()), (200, &b"bare"[..]));
    assert!(response.cors_lines().is_empty(), "{response:?}");
}

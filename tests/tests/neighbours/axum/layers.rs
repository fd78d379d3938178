//! Layers of axum, tower and tower-http, inside of `Cors` and around it.

use std::time::Duration;

use axum::error_handling::HandleErrorLayer;
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler as _;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, map_response};
use axum::response::Response;
use axum::routing::put;
use axum::{BoxError, Router};
use cors_axum::{Cors, RouterExt as _, cors};
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::table::{APP, cross, preflight};
use tower::ServiceBuilder;
use tower::limit::ConcurrencyLimitLayer;
use tower::load_shed::LoadShedLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::axum::app;

#[cors(policy = PAGE)]
async fn page() -> String {
    "page".repeat(100)
}

#[cors(policy = PAGE)]
async fn panics() -> StatusCode {
    panic!("on purpose")
}

#[cors(policy = PAGE)]
async fn never() {
    std::future::pending().await
}

const PATH: &str = "/nested/page";

/// Checks a layer at each place: on the handler, on its path, on the routes, on the router, and around `Cors`.
macro_rules! check {
    ($($layer:expr),* => $route:expr) => {
        $(
            let route: Route = $route;
            for (place, router) in [
                ("handler", Router::new().route(PATH, put(page.layer($layer))).cors()),
                ("path", Router::new().route(PATH, put(page).layer($layer)).cors()),
                ("routes", Router::new().route(PATH, put(page)).route_layer($layer).cors()),
                ("router", Router::new().route(PATH, put(page)).layer($layer).cors()),
                ("nested", Router::new().nest("/nested", Router::new().route("/page", put(page)).layer($layer)).cors()),
                ("around", Router::new().route(PATH, put(page)).cors().layer($layer)),
            ] {
                println!("{} at {place}", stringify!($layer));
                route.check(app(router));
            }
        )*
    };
}

#[test]
fn handlers_behind_common_layers_keep_their_policy() {
    let broken = || HandleErrorLayer::new(async |_: BoxError| StatusCode::SERVICE_UNAVAILABLE);
    check! {
        from_fn(async |request, next: Next| next.run(request).await),
        map_response(async |response: Response| response),
        TraceLayer::new_for_http(),
        TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_secs(9)),
        RequestBodyLimitLayer::new(500),
        DefaultBodyLimit::max(500),
        CatchPanicLayer::new(),
        ConcurrencyLimitLayer::new(1),
        ServiceBuilder::new().layer(broken()).layer(LoadShedLayer::new()).layer(ConcurrencyLimitLayer::new(1))
        => Route::new("PUT", PATH)
    }
    check! { CompressionLayer::new() => Route::new("PUT", PATH).vary(&["accept-encoding"], &[]) }
}

/// Inside of `Cors` a page can read what a layer answers itself. Around it no policy decides.
#[test]
fn what_a_layer_answers_has_headers_inside() {
    let timeout = TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_millis(20));
    let refuse = from_fn(async |_: Request, _: Next| StatusCode::UNAUTHORIZED);
    let (put_panics, put_never, put_page) = (put(panics), put(never), put(page));
    let rows = [
        (500, Router::new().route("/", put_panics.clone()).layer(CatchPanicLayer::new())),
        (408, Router::new().route("/", put_never.clone()).layer(timeout)),
        (413, Router::new().route("/", put_page.clone()).layer(RequestBodyLimitLayer::new(3))),
        (401, Router::new().route("/", put_page.clone()).layer(refuse.clone())),
    ];
    for (status, router) in rows {
        let route = Route::new("PUT", "/").status(status).header("content-length", 4);
        route.check(app(Cors::new(router)));
    }
    let around = [
        (500, Router::new().route("/", put_panics).cors().layer(CatchPanicLayer::new())),
        (408, Router::new().route("/", put_never).cors().layer(timeout)),
        (413, Router::new().route("/", put_page.clone()).cors().layer(RequestBodyLimitLayer::new(3))),
        (401, Router::new().route("/", put_page).cors().layer(refuse)),
    ];
    for (status, router) in around {
        let response = app(router)(&cross("PUT", "/", APP).header("content-length", "4"));
        assert_eq!((response.status, response.cors_lines()), (status, Vec::new()), "{response:?}");
    }
}

/// Such as authentication, which a preflight has no credentials for.
#[test]
fn a_layer_around_cors_refuses_preflights() {
    let refuse = from_fn(async |_: Request, _: Next| StatusCode::UNAUTHORIZED);
    let response = app(Router::new().route("/", put(page)).cors().layer(refuse))(&preflight("PUT", "/", APP));
    assert_eq!((response.status, response.cors_lines()), (401, Vec::new()), "{response:?}");
}

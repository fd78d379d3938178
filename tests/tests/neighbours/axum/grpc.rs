//! `tonic` beside annotated handlers: its services have no attribute, and a layer for pages that use gRPC-web.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::task::{Context, Poll};

use axum::Router;
use axum::routing::put;
use cors_axum::{Cors, Policy, cors, policy};
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::table::{APP, EVIL, cross, preflight};
use cors_tests::wire::{Request, Response};
use tonic::Status;
use tonic::body::Body;
use tonic::server::NamedService;
use tonic::service::Routes;
use tower::Service;

use crate::axum::app;

const WEB: Policy = policy!(
    origins = ["https://app.example.com"],
    methods = ["POST"],
    allow_headers = ["content-type", "x-grpc-web"],
    expose_headers = ["grpc-status", "grpc-message"],
);
const CALL: &str = "/test.Greeter/Greet";

#[cors(policy = PAGE)]
async fn page() {}

/// A service that has nothing to say.
#[derive(Clone)]
struct Greeter;

impl NamedService for Greeter {
    const NAME: &'static str = "test.Greeter";
}

impl Service<http::Request<Body>> for Greeter {
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: http::Request<Body>) -> Self::Future {
        ready(Ok(Status::not_found("nobody to greet").into_http()))
    }
}

fn call(origin: &str) -> Request {
    cross("POST", CALL, origin).header("content-type", "application/grpc")
}

fn greets(response: &Response) -> bool {
    response.values("grpc-status").eq([&b"5"[..]])
}

#[test]
fn a_service_beside_handlers_has_no_policy() {
    let router = Router::new().route("/page", put(page)).merge(Routes::new(Greeter).into_axum_router());
    let answer = app(Cors::new(router));
    Route::new("PUT", "/page").check(&answer);
    let response = answer(&call(APP));
    assert!(greets(&response) && response.cors_lines().is_empty(), "{response:?}");
    let preflight = answer(&preflight("POST", CALL, APP));
    assert!(preflight.cors_lines().is_empty(), "{preflight:?}");
}

#[test]
fn a_layer_around_the_service_has_one() {
    let web = Routes::new(Greeter).into_axum_router().layer(cors_tower::Cors::new(WEB));
    let answer = app(Cors::new(Router::new().route("/page", put(page)).merge(web)));
    Route::new("PUT", "/page").check(&answer);
    let preflight = answer(&preflight("POST", CALL, APP));
    assert_eq!(
        (preflight.status, preflight.cors_lines()),
        (
            204,
            vec![
                "access-control-allow-headers: content-type, x-grpc-web".to_owned(),
                "access-control-allow-methods: POST".to_owned(),
                "access-control-allow-origin: https://app.example.com".to_owned(),
                "vary: Origin, Access-Control-Request-Method".to_owned(),
            ]
        )
    );
    let is_allowed = |response: &Response| response.values("access-control-allow-origin").next().is_some();
    let (allowed, refused) = (answer(&call(APP)), answer(&call(EVIL)));
    assert!(greets(&allowed) && is_allowed(&allowed), "{allowed:?}");
    assert!(greets(&refused) && !is_allowed(&refused), "{refused:?}");
}

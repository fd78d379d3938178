//! Annotated handlers on axum together with other parts of applications.

mod documented;
mod extractors;
mod grpc;
mod isolation;
mod layers;
mod login;
mod places;
mod traced;

use axum::body::Body;
use cors_tests::in_process;
use cors_tests::wire::{Request, Response};
use rocket::tokio::runtime::Builder;
use tower_service::Service;

/// Sends requests to an application.
fn app<S>(app: S) -> impl Fn(&Request) -> Response
where
    S: Service<http::Request<Body>, Response = axum::response::Response, Error = std::convert::Infallible>
        + Clone,
{
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    move |request| runtime.block_on(in_process::axum(&app, request))
}

//! Responses of a service with the layer, in this process and over a connection.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by a panic")]

mod answers;
mod connection;
mod pages;
mod policies;
mod predicates;
mod service;

use std::convert::Infallible;

use cors_tower::{Cors, CorsService, Policy};
use http::{HeaderMap, Request, Response};
use tower::{Layer, ServiceExt, service_fn};
use tower_service::Service;

const APP: &str = "https://app.example.com";
const OTHER: &str = "https://other.example.com";

fn policy() -> Policy {
    let policy = Policy::builder().origins([APP]).methods(["GET", "PUT"]).allow_headers(["content-type"]);
    policy.expose_headers(["etag"]).credentials(true).max_age("10m").build().unwrap()
}

/// A request with these headers and without a body.
fn request(method: &str, headers: &[(&str, &str)]) -> Request<()> {
    let mut request = Request::builder().method(method).uri("/users/1?secret");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).unwrap()
}

fn preflight(origin: &str, method: &str) -> Request<()> {
    request("OPTIONS", &[("origin", origin), ("access-control-request-method", method)])
}

/// A service behind `policy` that says which method has come to it, with these headers.
fn echo(
    policy: Policy,
    headers: &'static [(&'static str, &'static str)],
) -> CorsService<
    impl Service<
        Request<()>,
        Response = Response<String>,
        Error = Infallible,
        Future: Future<Output = Result<Response<String>, Infallible>>,
    > + Clone,
> {
    Cors::new(policy).layer(service_fn(move |request: Request<()>| async move {
        let mut response = Response::builder().status(418);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        Ok(response.body(request.method().to_string()).unwrap())
    }))
}

/// Sends one request, and returns status, headers and body.
async fn send<S, R>(service: S, request: Request<()>) -> (u16, HeaderMap, R)
where
    S: Service<Request<()>, Response = Response<R>, Error = Infallible>,
{
    let (parts, body) = service.oneshot(request).await.unwrap().into_parts();
    (parts.status.as_u16(), parts.headers, body)
}

/// The headers as sorted lines.
fn lines(headers: &HeaderMap) -> Vec<String> {
    let line = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
        format!("{name}: {}", value.to_str().unwrap())
    };
    let mut lines: Vec<String> = headers.iter().map(line).collect();
    lines.sort();
    lines
}

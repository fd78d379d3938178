//! Responses of an axum application with annotated handlers, in this process.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by a panic")]

mod answers;
mod connection;
mod default_policy;
mod enforce;
mod handlers;
mod lifetimes;
mod listing;
mod places;
mod random;

use axum::Router;
use axum::body::{Body, to_bytes};
use cors_axum::Cors;
use http::{HeaderMap, Request};
use tower::ServiceExt;

const APP: &str = "https://app.example.com";
const OTHER: &str = "https://other.example.com";

/// A response: status, headers and body.
type Answer = (u16, HeaderMap, String);

async fn send(app: &Router, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    send_to(Cors::new(app.clone()), method, path, headers, "").await
}

async fn send_to(
    app: Cors,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &'static str,
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = app.oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    (parts.status.as_u16(), parts.headers, String::from_utf8(body).unwrap())
}

/// A layer that moves the rest of the way to another task.
async fn spawn(request: axum::extract::Request, next: axum::middleware::Next) -> axum::response::Response {
    tokio::spawn(next.run(request)).await.unwrap()
}

async fn preflight(app: &Router, path: &str, origin: &str, method: &str) -> Answer {
    send(app, "OPTIONS", path, &[("origin", origin), ("access-control-request-method", method)]).await
}

/// The CORS headers and `Vary`, as sorted lines.
fn lines(headers: &HeaderMap) -> Vec<String> {
    let is_cors = |name: &str| name.starts_with("access-control-") || name == "vary";
    let headers = headers.iter().filter(|(name, _)| is_cors(name.as_str()));
    let mut lines: Vec<String> =
        headers.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
    lines.sort();
    lines
}

fn allowed_origin(headers: &HeaderMap) -> Option<&str> {
    headers.get("access-control-allow-origin").map(|origin| origin.to_str().unwrap())
}

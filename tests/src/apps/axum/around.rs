//! Handlers inside layers, and layers around `Cors`.

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler as _;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::IntoResponse;
use axum::routing::put;
use cors_axum::{RouterExt as _, cors};

use super::outcomes::{answers, fails};
use crate::counters::ran;

pub(super) fn router() -> Router {
    let around = || Router::new().route("/inside", put(inside)).cors();
    Router::new()
        .route("/around/limited", put(limited.layer(from_fn(limits))))
        .route("/around/replaced", put(replaced.layer(from_fn(replaces))))
        .nest_service("/around/answers", around().layer(from_fn(answers)))
        .nest_service("/around/fails", around().layer(from_fn(fails)))
        .nest_service("/around/replaces", around().layer(from_fn(replaces)))
}

#[cors(origins = ["https://app.example.com", "https://admin.example.com"])]
async fn inside() {
    ran("inside");
}

#[cors(origins = ["https://app.example.com"], expose_headers = ["retry-after"])]
async fn limited() {
    ran("limited");
}

#[cors(origins = ["https://app.example.com"])]
async fn replaced() {
    ran("replaced");
}

/// Answers as a layer whose limit is reached.
async fn limits(_: Request, _: Next) -> impl IntoResponse {
    ran("limit");
    (StatusCode::TOO_MANY_REQUESTS, [("retry-after", "60")])
}

/// Replaces the response from inside by one of its own, like a timeout.
async fn replaces(request: Request, next: Next) -> StatusCode {
    next.run(request).await;
    StatusCode::GATEWAY_TIMEOUT
}

//! Handlers, extractors and layers with every kind of outcome.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, FromRequestParts, Path, Query, Request};
use axum::handler::Handler as _;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn};
use axum::response::IntoResponse;
use axum::routing::{get, post, put};
use cors_axum::cors;
use rocket::futures::stream;

use crate::counters::ran;

pub(super) fn router() -> Router {
    let out = Router::new()
        .route("/created", get(created))
        .route("/no-content", get(no_content))
        .route("/redirect", get(redirect))
        .route("/not-modified", get(not_modified))
        .route("/missing", get(missing))
        .route("/broken", get(broken))
        .route("/err", get(err))
        .route("/stream", get(streaming))
        .route("/panic", get(panics))
        .route("/guard", get(guarded))
        .route("/number/{number}", put(number))
        .route("/query", get(query))
        .route("/text", post(text).layer(DefaultBodyLimit::max(500)))
        .route("/wrapped", get(wrapped.layer(from_fn(fails))))
        .route("/answered", get(answered.layer(from_fn(answers))));
    Router::new().nest("/out", out)
}

#[cors(origins = ["https://app.example.com"])]
async fn created() -> impl IntoResponse {
    ran("created");
    (StatusCode::CREATED, [("location", "/out/created/1")])
}

#[cors(origins = ["https://app.example.com"])]
async fn no_content() -> StatusCode {
    ran("no-content");
    StatusCode::NO_CONTENT
}

#[cors(origins = ["https://app.example.com"])]
async fn redirect() -> impl IntoResponse {
    ran("redirect");
    (StatusCode::FOUND, [("location", "/plain")])
}

#[cors(origins = ["https://app.example.com"])]
async fn not_modified() -> StatusCode {
    ran("not-modified");
    StatusCode::NOT_MODIFIED
}

#[cors(origins = ["https://app.example.com"])]
async fn missing() -> StatusCode {
    ran("missing");
    StatusCode::NOT_FOUND
}

#[cors(origins = ["https://app.example.com"])]
async fn broken() -> StatusCode {
    ran("broken");
    StatusCode::INTERNAL_SERVER_ERROR
}

#[cors(origins = ["https://app.example.com"])]
async fn err() -> Result<(), StatusCode> {
    ran("err");
    Err(StatusCode::IM_A_TEAPOT)
}

#[cors(origins = ["https://app.example.com"])]
async fn streaming() -> Body {
    ran("stream");
    let parts = ["a", "b", "c"].map(|part| Ok::<_, axum::Error>(Bytes::from_static(part.as_bytes())));
    Body::from_stream(stream::iter(parts))
}

#[cors(origins = ["https://app.example.com"])]
async fn panics() -> StatusCode {
    ran("panic");
    panic!("on purpose")
}

/// An extractor that fails.
struct FailingGuard;

impl<S: Sync> FromRequestParts<S> for FailingGuard {
    type Rejection = StatusCode;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        ran("failing-guard");
        Err(StatusCode::UNAUTHORIZED)
    }
}

#[cors(origins = ["https://app.example.com"])]
async fn guarded(_: FailingGuard) {
    ran("guarded");
}

#[cors(origins = ["https://app.example.com"])]
async fn number(_: Path<u8>) {
    ran("number");
}

#[cors(origins = ["https://app.example.com"])]
async fn query(_: Query<Vec<(String, u8)>>) {
    ran("query");
}

#[cors(origins = ["https://app.example.com"])]
async fn text(_: String) {
    ran("text");
}

#[cors(origins = ["https://app.example.com"])]
async fn wrapped() {
    ran("wrapped");
}

#[cors(origins = ["https://app.example.com"])]
async fn answered() {
    ran("answered");
}

/// Ends in an error, as a layer. An error of a layer is a response on axum.
pub(super) async fn fails(_: Request, _: Next) -> Result<Body, StatusCode> {
    ran("middleware");
    Err(StatusCode::SERVICE_UNAVAILABLE)
}

/// Answers without calling the inner service, as a layer.
pub(super) async fn answers(_: Request, _: Next) -> StatusCode {
    ran("middleware");
    StatusCode::UNAUTHORIZED
}

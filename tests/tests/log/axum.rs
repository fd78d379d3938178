//! The application on axum.

use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Request};
use axum::response::Response;
use axum::routing::{any, get, post, put};
use cors_axum::{Cors, Origin, Policy, cors, policy};
use cors_tests::in_process::block_on;
use tower::Service;

use crate::rows;
use crate::{Application, hostile};

static GET_ONLY: LazyLock<Policy> = LazyLock::new(rows::get_only);

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-a"])]
pub(crate) async fn users() {}

#[cors(policy = GET_ONLY)]
async fn left() {}

#[cors(same_origin)]
pub(crate) async fn own() {}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
pub(crate) async fn enforced() {}

fn panics(_: &Origin<'_>, _: &Parts) -> bool {
    std::panic::resume_unwind(Box::new("quietly"))
}

#[cors(origins = predicate(panics))]
async fn panicking() {}

#[cors(origins = ["https://app.example.com"])]
async fn own_headers() -> [(&'static str, &'static str); 1] {
    [("access-control-allow-origin", "*")]
}

/// Fails with an error that repeats text of the request.
fn fails(_: &Origin<'_>, parts: &Parts) -> Result<bool, String> {
    let said = parts.headers.get("x-said").map(|said| String::from_utf8_lossy(said.as_bytes()));
    Err(hostile::error(said.as_deref()))
}

#[cors(origins = predicate(fails))]
async fn failing() {}

async fn fails_late(origin: &Origin<'_>, parts: &Parts) -> Result<bool, String> {
    fails(origin, parts)
}

#[cors(origins = async_predicate(fails_late))]
async fn failing_late() {}

fn router() -> Router {
    Router::new()
        .route("/users", put(users))
        .route("/left-out", get(left).delete(left))
        .route("/own", get(own))
        .route("/enforced", post(enforced))
        .route("/panics", get(panicking))
        .route("/own-headers", get(own_headers))
}

pub(crate) fn annotated() -> impl Application {
    InProcess(Cors::new(router()))
}

pub(crate) fn with_default() -> impl Application {
    let default: Policy = policy!(origins = ["https://app.example.com"], methods = ["PUT"]);
    InProcess(Cors::new(router().route("/rest", put(async || {}))).default_policy(default))
}

static ANY: LazyLock<Policy> = LazyLock::new(|| Policy::builder().origins(["*"]).build().unwrap());

#[cors(policy = ANY, enforce = "all_methods")]
async fn in_vain() {}

/// Builds an application that does not start.
pub(crate) fn enforced_in_vain() {
    drop(Cors::new(Router::new().route("/in-vain", get(in_vain))));
}

/// Sets headers on every response.
pub(crate) fn with_headers_everywhere() -> impl Application {
    let headers = axum::middleware::map_response(async |mut response: Response| {
        for name in hostile::NAMES {
            response.headers_mut().append(HeaderName::from_static(name), HeaderValue::from_static("x"));
        }
        response
    });
    let router = router().route("/fails", get(failing)).route("/fails-late", get(failing_late));
    let default: Policy = policy!(origins = ["https://app.example.com"], methods = ["PUT"]);
    InProcess(Cors::new(router.route("/vague", any(users)).layer(headers)).default_policy(default))
}

pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let request = Request::builder().method(method).uri(path);
    let request = headers.iter().fold(request, |request, line| request.header(line.0, line.1.as_bytes()));
    request.body(Body::empty()).unwrap()
}

struct InProcess<S>(S);

impl<S> Application for InProcess<S>
where
    S: Service<Request<Body>, Response = Response> + Clone,
{
    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) {
        drop(block_on(self.0.clone().call(request(method, path, headers))));
    }

    /// The parser of URLs takes nothing but ASCII and UTF-8.
    fn in_url(&self, text: &str) -> String {
        text.chars().filter(char::is_ascii).collect()
    }
}

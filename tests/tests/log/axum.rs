//! The application on axum.

use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Request};
use axum::response::Response;
use axum::routing::{any, get, post, put};
use cors_axum::{Cors, Origin, Policy, cors};
use tower_service::Service;

use crate::rows::{self, Row};
use crate::{Application, block_on, hostile};

static GET_ONLY: LazyLock<Policy> = LazyLock::new(rows::get_only);

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-a"])]
async fn users() {}

#[cors(policy = GET_ONLY)]
async fn left() {}

#[cors(same_origin)]
async fn own() {}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
async fn enforced() {}

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

/// A handler that no router here has inside of `Cors`.
#[cors(origins = ["https://app.example.com"])]
async fn forgotten() {}

/// Requests to [`vague`].
pub(crate) const VAGUE: [Row; 2] = [
    Row {
        desc: "a preflight for a service that takes any method",
        method: "OPTIONS",
        path: "/vague",
        headers: &[("origin", "https://app.example.com"), ("access-control-request-method", "PUT")],
        logs: &["refused the preflight for PUT /vague from \"https://app.example.com\": the service at this path takes \
             any method, so its handler for PUT is not known; route PUT to the handler itself, or write Cors::new(…) \
             around the router inside of that service"],
    },
    Row {
        desc: "a request for it",
        method: "PUT",
        path: "/vague",
        headers: &[("origin", "https://app.example.com")],
        logs: &[],
    },
];

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

/// Takes every method at one path, so that nobody knows whose preflights it gets.
pub(crate) fn vague() -> impl Application {
    InProcess(Cors::new(Router::new().route("/vague", any(users))))
}

/// The application of who has forgotten `Cors`.
pub(crate) fn without_cors() -> impl Application {
    InProcess(Router::new().route("/forgotten", put(forgotten)))
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
    InProcess(Cors::new(router.route("/vague", any(users)).layer(headers)))
}

struct InProcess<S>(S);

impl<S> Application for InProcess<S>
where
    S: Service<Request<Body>, Response = Response> + Clone,
{
    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, value.as_bytes());
        }
        let sent = self.0.clone().call(request.body(Body::empty()).unwrap());
        drop(block_on(sent));
    }

    /// The parser of URLs takes nothing but ASCII and UTF-8.
    fn in_url(&self, text: &str) -> String {
        text.chars().filter(char::is_ascii).collect()
    }
}

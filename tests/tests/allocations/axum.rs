//! Allocations on axum, beyond those of a bare handler in a bare router.

use std::convert::Infallible;
use std::hint::black_box;
use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, Request};
use axum::response::Response;
use axum::routing::{MethodRouter, get, options, put};
use cors_axum::{Cors, Origin, ReloadablePolicy, cors};
use cors_core::Policy;
use cors_tests::in_process::block_on;
use tower::Service;

use super::{APP, EVIL, LIST, allocations};

async fn bare() {}

#[cors(
    origins = ["https://app.example.com", "https://*.preview.example.com"],
    expose_headers = ["etag"],
    credentials = true,
)]
async fn list() {}

#[cors(origins = "*", expose_headers = ["etag"])]
async fn any() {}

#[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"], max_age = "10m")]
async fn write() {}

#[cors(policy = LIST)]
async fn named() {}

static BUILT: LazyLock<Policy> = LazyLock::new(|| {
    let policy = Policy::builder().origins([APP]).expose_headers(["etag"]).max_age("10m");
    policy.build().unwrap()
});

#[cors(policy = BUILT)]
async fn made_at_run_time() {}

static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

#[cors(policy = LIVE)]
async fn reloadable() {}

#[cors(policy = LIST, enforce = "all_methods")]
async fn enforced() {}

fn is_app(origin: &Origin<'_>, _: &Parts) -> bool {
    origin.as_str() == APP
}

#[cors(origins = predicate(is_app))]
async fn judged() {}

/// The router boxes a copy of the value of a handler, which is larger than a function.
const BOXED: u64 = 1;

fn cors(route: MethodRouter) -> Cors {
    Cors::new(Router::new().route("/bare", route))
}

/// Returns a router as `axum::serve` makes it, without `Cors`.
fn without_cors(route: MethodRouter) -> Router {
    Router::new().route("/bare", route).with_state(())
}

const HEADERS: [&[(&str, &str)]; 4] =
    [&[], &[("origin", APP)], &[("origin", EVIL)], &[("origin", "https://a.preview.example.com")]];

#[test]
fn the_attribute_on_axum_allocates_its_future() {
    for headers in HEADERS {
        let framework = count(&without_cors(get(bare)), Method::GET, headers);
        assert!(framework > 0, "the framework boxes futures");
        assert_eq!(count(&cors(get(bare)), Method::GET, headers), framework, "{headers:?}, not annotated");
        for (name, route) in [
            ("list", get(list)),
            ("any", get(any)),
            ("named", get(named)),
            ("made at run time", get(made_at_run_time)),
        ] {
            let ours = count(&cors(route), Method::GET, headers);
            assert_eq!(ours, framework + BOXED, "{name}, {headers:?}");
        }
    }
}

/// The decision needs more of the request than method and origin, so that its head is copied.
#[test]
fn a_copy_of_the_head_allocates() {
    for headers in HEADERS {
        let framework = count(&without_cors(get(bare)), Method::GET, headers);
        for (name, route) in
            [("reloadable", get(reloadable)), ("enforced", get(enforced)), ("judged", get(judged))]
        {
            let ours = count(&cors(route), Method::GET, headers);
            assert!((framework + 2..=framework + 4).contains(&ours), "{name}, {headers:?}: {ours}");
        }
    }
}

/// The router is asked, and its future dropped.
#[test]
fn a_preflight_allocates_less_than_two_requests() {
    for origin in [APP, EVIL] {
        let headers = [("origin", origin), ("access-control-request-method", "PUT")];
        let framework = count(&without_cors(options(bare)), Method::OPTIONS, &headers);
        for route in [put(write), put(named)] {
            let ours = count(&cors(route), Method::OPTIONS, &headers);
            assert!(ours < 2 * framework, "{origin}: {ours}, and {framework} of a handler");
        }
    }
}

/// Counts the allocations of one request, after the first ones.
fn count<S>(app: &S, method: Method, headers: &[(&str, &str)]) -> u64
where
    S: Service<Request<Body>, Response = Response, Error = Infallible> + Clone,
{
    let call = || {
        let mut request = Request::builder().method(method.clone()).uri("/bare");
        for (name, value) in headers {
            // A server's values are slices of its read buffer, which is shared already.
            let value = HeaderValue::from_str(value).unwrap();
            drop(black_box(value.clone()));
            request = request.header(*name, value);
        }
        let (request, mut app) = (request.body(Body::empty()).unwrap(), app.clone());
        let mut response = None;
        let count = allocations(|| response = Some(block_on(app.call(request))));
        drop(response);
        count
    };
    for _ in 0..3 {
        call();
    }
    call()
}

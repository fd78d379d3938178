//! The application on axum.

use std::sync::LazyLock;

use axum::body::Body;
use axum::error_handling::HandleErrorLayer;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Request};
use axum::response::Response;
use axum::routing::{any, get, post, put, put_service};
use axum::{BoxError, Router};
use cors_axum::{Cors, Origin, Policy, RouterExt as _, cors, policy};
use log::LevelFilter;
use rocket::tokio::runtime::Builder;
use tower::{Service, ServiceBuilder, ServiceExt as _, service_fn};

use crate::collector::logged;
use crate::rows;
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

#[cors(origins = ["https://app.example.com"])]
async fn forgotten() {}

#[cors(origins = ["https://app.example.com"])]
async fn in_buffer() {}

#[cors(origins = ["https://app.example.com"])]
async fn in_router() {}

#[cors(origins = ["https://app.example.com"])]
async fn in_opaque() {}

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

const APP: (&str, &str) = ("origin", "https://app.example.com");
const ASKS: (&str, &str) = ("access-control-request-method", "PUT");

#[cors(origins = ["https://app.example.com"], methods = ["GET", "PUT", "DELETE"])]
async fn listing_more() {}

/// The attribute does not see the router, so that is told when the first request comes.
#[test]
fn methods_that_the_router_does_not_give_to_their_handler_are_logged_once_for_each_route() {
    let unserved = get(listing_more).put(users);
    let router = Router::new().route("/a", unserved).route("/b", get(listing_more).put(listing_more));
    let app = Cors::new(router.route("/c", get(listing_more).put(listing_more).delete(listing_more)));
    let send = |path| drop(block_on(app.clone().oneshot(request("GET", path, &[APP]))));
    let lines =
        logged(LevelFilter::Info, || ["/a", "/b?x", "/c", "/a", "/b", "/c"].into_iter().for_each(send));
    let line = |path, methods| {
        let why = "`methods` of listing_more lists some for which the router does not call it at";
        format!("WARN {why} {path}: {methods}; leave them out, or route them to it")
    };
    assert_eq!(lines, [line("/a", "PUT, DELETE"), line("/b", "DELETE")]);
}

/// A service that was put in as a whole may be anybody's.
#[test]
fn what_takes_any_method_is_closed_and_logged() {
    let routers = [
        Router::new().route("/", any(users)),
        Router::new().route_service("/", put(users)),
        Router::new().fallback(users),
        Router::new().fallback_service(put(users)),
        Router::new().route("/", put(users).fallback(users)),
    ];
    for router in routers {
        let app = Cors::new(router);
        let send =
            |method, headers: &[(&str, &str)]| block_on(app.clone().oneshot(request(method, "/", headers)));
        let lines = logged(LevelFilter::Debug, || {
            let response = send("OPTIONS", &[APP, ASKS]).unwrap();
            assert!(response.status() == 403 && response.headers().get("vary").is_none(), "{response:?}");
        });
        let why = "the service at this path takes any method, so its handler for PUT is not known; route PUT to the \
                   handler itself, or write Cors::new(…) around the router inside of that service";
        let from = "from \"https://app.example.com\"";
        assert_eq!(lines, [format!("DEBUG refused the preflight for PUT / {from}: {why}")]);
        assert_eq!(logged(LevelFilter::Warn, || drop(send("PUT", &[APP]))), [""; 0]);
    }
}

/// The router says nothing of the handler, so the default policy decides first, until the handler runs and reports itself.
#[test]
fn what_a_service_hides_from_cors_is_closed_and_logged() {
    let router = Router::new()
        .route("/bound", put_service(Cors::new(Router::new())))
        .route_service("/beside", put(users).get(own))
        .nest_service("/hidden", Router::new().route("/", put(users)));
    let app = Cors::new(router).default_policy(policy!(origins = ["https://default.example.com"]));
    let from = "\"https://app.example.com\"";
    let bound = format!(
        "refused the preflight for PUT /bound from {from}: the Cors at this path is bound to PUT, so it gets no OPTIONS; put it \
         there for every method"
    );
    let hidden = format!(
        "{from} cannot read PUT users: a service hides this handler, or holds it beside others; route PUT to the handler \
         itself, or write Cors::new(…) around the router inside of that service"
    );
    let default = format!(
        "{from} cannot read PUT /hidden: the default policy lists no methods; add methods = [\"GET\", \"HEAD\", \"POST\", \
         \"PUT\"] to it"
    );
    for (method, path, expected) in [
        ("OPTIONS", "/bound", &[&bound][..]),
        ("PUT", "/beside", &[&hidden]),
        ("PUT", "/hidden", &[&default, &hidden]),
    ] {
        let lines = logged(LevelFilter::Debug, || {
            let response = block_on(app.clone().oneshot(request(method, path, &[APP, ASKS]))).unwrap();
            assert_eq!(response.headers().get("access-control-allow-origin"), None, "{path}");
        });
        let expected: Vec<String> = expected.iter().map(|line| format!("DEBUG {line}")).collect();
        assert_eq!(lines, expected, "{path}");
    }
}

/// The handler alone knows that the request is its own, and the decision is made before.
#[test]
fn a_refusal_where_any_method_is_taken_is_logged_once() {
    let app = Cors::new(Router::new().route("/", any(enforced)));
    let other = "https://other.example.com";
    let lines = logged(LevelFilter::Debug, || {
        let response = block_on(app.clone().oneshot(request("PUT", "/", &[("origin", other)]))).unwrap();
        assert_eq!(response.status(), 403);
    });
    let why = format!("it is not in origins; add \"{other}\" to origins");
    assert_eq!(lines, [format!("DEBUG refused PUT / from \"{other}\": {why}")]);
}

/// Responds as another handler does, which a router of its own calls.
#[cors(origins = ["https://app.example.com"])]
async fn delegates(request: Request<Body>) -> Response {
    Router::new().route("/", put(users)).oneshot(request).await.unwrap()
}

#[test]
fn a_handler_that_another_one_calls_is_closed_and_logged() {
    let [called, app] =
        [Router::new().route("/", put(users)), Router::new().route("/", put(delegates))].map(Cors::new);
    // The handler is known to a `Cors`, so that it is not one without.
    block_on(called.oneshot(request("PUT", "/", &[APP]))).unwrap();
    let lines = logged(LevelFilter::Debug, || {
        let response = block_on(app.clone().oneshot(request("PUT", "/", &[APP]))).unwrap();
        assert_eq!(response.headers().get("access-control-allow-origin"), None);
    });
    let why = "a service hides this handler, or holds it beside others; route PUT to the handler itself, or write Cors::new(…) \
               around the router inside of that service";
    assert_eq!(lines, [format!("DEBUG \"https://app.example.com\" cannot read PUT users: {why}")]);
}

fn request(method: &str, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let request = Request::builder().method(method).uri(path);
    let request = headers.iter().fold(request, |request, line| request.header(line.0, line.1.as_bytes()));
    request.body(Body::empty()).unwrap()
}

/// A handler inside of a service looks like none, until it runs.
#[test]
fn what_a_service_hides_is_closed_and_logged_once() {
    // A buffer has a task of its own, so what it calls runs on this thread, too.
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let _entered = runtime.enter();
    let broken = HandleErrorLayer::new(async |_: BoxError| {});
    let buffer = ServiceBuilder::new().layer(broken).buffer(1);
    let opaque = Router::new().route("/", put(in_opaque));
    let opaque = service_fn(move |request| opaque.clone().oneshot(request));
    let rows = [
        ("forgotten", Err(Router::new().route("/", put(forgotten)))),
        ("in_buffer", Ok(Router::new().route("/", put(in_buffer)).layer(buffer))),
        ("in_router", Ok(Router::new().nest_service("/nested", Router::new().route("/", put(in_router))))),
        ("in_opaque", Ok(Router::new().route_service("/", opaque))),
    ];
    for (name, router) in rows {
        let path = if name == "in_router" { "/nested" } else { "/" };
        let router = router.map_or_else(|router| router, |router| router.cors());
        let send = |method, headers: &[(&str, &str)]| {
            runtime.block_on(router.clone().oneshot(request(method, path, headers))).unwrap()
        };
        let response = send("OPTIONS", &[APP, ASKS]);
        assert!(response.status() == 405 && response.headers().get("vary").is_none(), "{name}: {response:?}");
        let lines = logged(LevelFilter::Error, || {
            (0..3).for_each(|_| {
                assert_eq!(send("PUT", &[APP]).headers().get("access-control-allow-origin"), None)
            });
        });
        let why = "there is no `Cors` around its router, or a service hides it; serve `Cors::new(router)`";
        assert_eq!(lines, [format!("ERROR no page of another origin gets to `{name}`: {why}")]);
    }
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

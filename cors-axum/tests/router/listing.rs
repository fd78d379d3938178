//! Routers whose handlers are not cloned once at the start and once for each request, as those of axum are.

use std::convert::Infallible;
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::task::{Context, Poll};

use axum::Router;
use axum::extract::Request;
use axum::response::Response;
use axum::routing::{MethodRouter, Route, any, get, get_service, put, put_service};
use cors_axum::{Cors, Origin, Policy, cors};
use http::request::Parts;
use tower::Service;
use tower::layer::layer_fn;

use super::{APP, allowed_origin, send_to};

/// A service whose clones have the handler that a function says.
pub(crate) struct Changing {
    own: MethodRouter,
    of_clone: Arc<dyn Fn(&MethodRouter) -> MethodRouter + Send + Sync>,
}

impl Changing {
    fn new(
        own: MethodRouter,
        of_clone: impl Fn(&MethodRouter) -> MethodRouter + Send + Sync + 'static,
    ) -> Self {
        Self { own, of_clone: Arc::new(of_clone) }
    }

    /// Returns a service that has its handler only after the start, and the place for the handler.
    pub(crate) fn late() -> (Self, Arc<OnceLock<MethodRouter>>) {
        let handler = Arc::new(OnceLock::<MethodRouter>::new());
        let given = Arc::clone(&handler);
        (Self::new(MethodRouter::new(), move |own| given.get().unwrap_or(own).clone()), handler)
    }

    /// Returns a service that has a bare handler in its clone number `bare_at`.
    fn bare_once(own: MethodRouter, bare_at: usize) -> Self {
        let clones = AtomicUsize::new(0);
        let is_bare = move || clones.fetch_add(1, Ordering::Relaxed) == bare_at;
        Self::new(own, move |own| if is_bare() { any(bare) } else { own.clone() })
    }
}

impl Clone for Changing {
    fn clone(&self) -> Self {
        Self { own: (self.of_clone)(&self.own), of_clone: Arc::clone(&self.of_clone) }
    }
}

impl Service<Request> for Changing {
    type Response = Response;
    type Error = Infallible;
    type Future = <MethodRouter as Service<Request>>::Future;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        self.own.call(request)
    }
}

#[cors(origins = ["https://app.example.com"])]
async fn open() -> &'static str {
    "open"
}

async fn bare() -> &'static str {
    "bare"
}

/// Reports whether a page can read the response, and returns its body.
async fn send(app: &Cors, method: &str, path: &str) -> (bool, String) {
    let (_, headers, body) = send_to(app.clone(), method, path, &[("origin", APP)], "").await;
    (allowed_origin(&headers).is_some(), body)
}

/// Reports whether a preflight for `method` is allowed.
async fn preflight(app: &Cors, path: &str, method: &str) -> bool {
    let headers = [("origin", APP), ("access-control-request-method", method)];
    let (_, headers, _) = send_to(app.clone(), "OPTIONS", path, &headers, "").await;
    allowed_origin(&headers).is_some()
}

/// A router with a layer that makes a `Cors`. axum calls the layer while the handlers of the router are listed.
fn with_inner_cors() -> Router {
    let wraps = layer_fn(|route: Route| Cors::new(Router::new().fallback_service(route)));
    Router::new().route("/inner", get(bare).layer(wraps))
}

#[tokio::test]
async fn handlers_after_a_layer_that_makes_a_cors_are_listed() {
    let app = Cors::new(with_inner_cors().route("/", put(open)).route("/again", put(open)));
    let names: Vec<String> =
        cors_axum::inventory(&app).rows().iter().map(|row| row.path().to_owned()).collect();
    assert_eq!(names, ["open"]);
    assert!(preflight(&app, "/", "PUT").await);
    assert!(send(&app, "PUT", "/").await.0);
}

fn any_origin() -> &'static Policy {
    &Policy::PUBLIC
}

#[cors(policy = any_origin, enforce = "all_methods")]
async fn refuses_nobody() {}

#[test]
#[should_panic(expected = "cannot be served")]
fn policies_after_a_layer_that_makes_a_cors_are_checked() {
    let _ = Cors::new(with_inner_cors().route("/", put(refuses_nobody)));
}

/// A clone after the panic must not get a place of the list that was never made.
#[tokio::test]
async fn a_panic_while_handlers_are_listed_opens_nothing() {
    let (late, handler) = Changing::late();
    let app = Cors::new(Router::new().route("/a", put(open)).route_service("/", late));
    assert!(preflight(&app, "/a", "PUT").await);
    let broken = catch_unwind(|| {
        let panics = Changing::new(get(bare), |_| panic!("for this test"));
        Cors::new(Router::new().route_service("/", panics))
    });
    assert!(broken.is_err());
    handler.set(put(open).post(bare)).unwrap();
    assert!(!preflight(&app, "/", "POST").await);
    assert_eq!(send(&app, "POST", "/").await, (false, "bare".to_owned()));
}

/// Only what is cloned for the list has a place, so the same handler in another endpoint has none.
#[tokio::test]
async fn a_handler_that_two_services_get_later_has_no_place() {
    static KEPT: Mutex<Option<Route>> = Mutex::new(None);
    let keeps = layer_fn(|route: Route| {
        *KEPT.lock().unwrap() = Some(route.clone());
        route
    });
    let (one, handler_of_one) = Changing::late();
    let (two, handler_of_two) = Changing::late();
    let router = Router::new().route("/a", put(open).route_layer(keeps)).route("/y", put_service(one));
    let app = Cors::new(router.route_service("/x", two));
    let kept = KEPT.lock().unwrap().take().unwrap();
    handler_of_one.set(put_service(kept.clone())).unwrap();
    handler_of_two.set(put_service(kept).post(bare)).unwrap();
    send(&app, "PUT", "/y").await;
    assert!(!preflight(&app, "/x", "POST").await);
    assert_eq!(send(&app, "POST", "/x").await, (false, "bare".to_owned()));
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
async fn strict() {}

/// A place is one of a list. In another router it says nothing, so the handler decides itself, by the whole request.
#[tokio::test]
async fn a_handler_with_a_place_of_another_list_decides_itself() {
    static KEPT: Mutex<Option<MethodRouter>> = Mutex::new(None);
    let keeps = Changing::new(get(strict), |own| {
        *KEPT.lock().unwrap() = Some(own.clone());
        own.clone()
    });
    let _of_the_place = Cors::new(Router::new().route_service("/", keeps));
    let (late, handler) = Changing::late();
    let app = Cors::new(Router::new().route("/of-the-same-place", put(open)).route_service("/", late));
    handler.set(KEPT.lock().unwrap().take().unwrap()).unwrap();
    let foreign = [("sec-fetch-site", "cross-site")];
    assert_eq!(send_to(app.clone(), "GET", "/", &foreign, "").await.0, 403);
    assert!(!send(&app, "GET", "/").await.0);
}

fn yes(_: &Origin<'_>, _: &Parts) -> bool {
    true
}

#[cors(origins = predicate(yes))]
async fn asks() {}

/// The predicate needs the whole head, of which a copy is kept.
#[tokio::test]
async fn a_handler_that_changes_after_the_question_has_no_headers() {
    let mut number_open = 0;
    for bare_at in 1..16 {
        let changing = Changing::bare_once(get(open), bare_at);
        let app = Cors::new(Router::new().route("/", get_service(changing)).route("/p", get(asks)));
        for _ in 0..6 {
            let (is_open, body) = send(&app, "GET", "/").await;
            assert!(!is_open || body == "open", "bare at clone {bare_at}");
            number_open += usize::from(is_open);
        }
    }
    assert!(number_open > 60, "{number_open} of 90");
}

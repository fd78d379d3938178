//! Places where the router of axum does not tell what it has, so that something is closed.

use std::sync::Arc;

use axum::body::Body;
use axum::error_handling::HandleErrorLayer;
use axum::http::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{any, get, options_service, put, put_service};
use axum::{BoxError, Router};
use cors_axum::{Cors, RouterExt as _, cors, policy};
use cors_tests::in_process::block_on;
use log::LevelFilter;
use rocket::tokio::runtime::Builder;
use tower::{ServiceBuilder, ServiceExt as _, service_fn};

use crate::axum::{enforced, own, request, users};
use crate::collector::logged;

#[cors(origins = ["https://app.example.com"])]
async fn forgotten() {}

#[cors(origins = ["https://app.example.com"])]
async fn in_buffer() {}

#[cors(origins = ["https://app.example.com"])]
async fn in_router() {}

#[cors(origins = ["https://app.example.com"])]
async fn in_opaque() {}

const APP: (&str, &str) = ("origin", "https://app.example.com");
const ASKS: (&str, &str) = ("access-control-request-method", "PUT");

#[cors(origins = ["https://app.example.com"], methods = ["GET", "PUT", "DELETE"])]
async fn listing_more() {}

/// The attribute does not see the router, so that is told when the first request comes.
#[test]
fn methods_that_the_router_does_not_give_to_their_handler_are_logged_once_for_each_route() {
    let unserved = get(listing_more).put(users);
    let router = Router::new().route("/a", unserved).route("/b", get(listing_more).put(listing_more));
    let router = router.route("/c", get(listing_more).put(listing_more).delete(listing_more));
    // A place that takes any method can give some to another handler.
    let app = Cors::new(router.route("/d", any(listing_more).put(users)));
    let send = |path| drop(block_on(app.clone().oneshot(request("GET", path, &[APP]))));
    let paths = ["/a", "/b?x", "/c", "/d", "/a", "/b", "/c", "/d"];
    let lines = logged(LevelFilter::Info, || paths.into_iter().for_each(send));
    let line = |path, methods| {
        let why = "`methods` of listing_more lists some for which the router does not call it at";
        format!("WARN {why} {path}: {methods}; route them to it, or leave them out if no other path has them")
    };
    assert_eq!(lines, [line("/a", "PUT, DELETE"), line("/b", "DELETE"), line("/d", "PUT")]);
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

/// The router says nothing of the handler. The default policy decides, which is not logged once the handler has run.
#[test]
fn what_a_service_hides_from_cors_is_closed_and_logged() {
    let router = Router::new()
        .route("/bound", put_service(Cors::new(Router::new())))
        .route_service("/beside", put(users).get(own))
        .nest_service("/hidden", Router::new().route("/", any(users)));
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
    // A preflight that the default policy does not answer.
    let preflight = format!(
        "refused the preflight for PUT / from {from}: the service at this path takes any method, so its handler for PUT is not \
         known; route PUT to the handler itself, or write Cors::new(…) around the router inside of that service"
    );
    for (method, path, expected) in [
        ("OPTIONS", "/bound", &[&bound][..]),
        ("PUT", "/beside", &[&hidden]),
        ("PUT", "/hidden", &[&hidden]),
        ("OPTIONS", "/hidden", &[&preflight]),
    ] {
        let lines = logged(LevelFilter::Debug, || {
            let response = block_on(app.clone().oneshot(request(method, path, &[APP, ASKS]))).unwrap();
            assert_eq!(response.headers().get("access-control-allow-origin"), None, "{path}");
        });
        let expected: Vec<String> = expected.iter().map(|line| format!("DEBUG {line}")).collect();
        assert_eq!(lines, expected, "{path}");
    }
}

/// The router of `.cors()` is a service that hides its `Cors`, so that the default policy answers its preflights. It is told once.
#[test]
fn a_cors_that_a_default_policy_does_not_see_is_a_warning() {
    let router = || Router::new().route("/", put(own));
    let app = |inner| Cors::new(inner).default_policy(policy!(origins = ["https://default.example.com"]));
    let lines = |app: &Cors| {
        logged(LevelFilter::Debug, || {
            drop(block_on(app.clone().oneshot(request("PUT", "/inner", &[APP]))).unwrap());
        })
    };
    let from = "\"https://app.example.com\"";
    let of_inner =
        format!("DEBUG {from} cannot read PUT /: the route is same_origin; write origins = [{from}] instead");
    let seen = app(Router::new().nest_service("/inner", Cors::new(router())));
    assert_eq!(lines(&seen), [&*of_inner]);
    // A layer that responds in place of the handler, as another `Cors` does, hides nothing.
    let other = Arc::new(Cors::new(Router::new().route("/inner", put(own))));
    let responds = from_fn(move |request: Request<Body>, _: Next| Cors::clone(&other).oneshot(request));
    let replaced = app(Router::new().route("/inner", put(users)).layer(responds));
    assert_eq!(lines(&replaced), [of_inner.replace("PUT /:", "PUT /inner:")]);
    let hidden = app(Router::new().nest_service("/inner", router().cors()));
    let line = "WARN a service hides a `Cors` from the one around it, whose default policy answers the preflights for it; give \
                `nest_service` the `Cors` itself, not a service around it or the router of `.cors()`";
    assert_eq!(lines(&hidden), [&*of_inner, line]);
    assert_eq!(lines(&hidden), [&*of_inner]);
}

/// The router has another handler for `OPTIONS`, which has a policy as well.
#[test]
fn a_preflight_for_a_method_without_a_handler_is_logged() {
    let app = Cors::new(Router::new().route("/", get(own).options(own)));
    let lines = logged(LevelFilter::Debug, || {
        let response = block_on(app.clone().oneshot(request("OPTIONS", "/", &[APP, ASKS]))).unwrap();
        assert_eq!(response.status(), 403);
    });
    let why = "no handler with #[cors] serves it there; put #[cors(…)] on the handler of PUT";
    assert_eq!(
        lines,
        [format!("DEBUG refused the preflight for PUT / from \"https://app.example.com\": {why}")]
    );
}

/// A handler of `OPTIONS` without a policy may answer, and so may another `Cors`.
#[test]
fn a_preflight_that_another_one_may_answer_is_not_logged() {
    let inner = Cors::new(Router::new().route("/cors", put(users)));
    let router = Router::new().route("/bare", get(own).options(async || {}));
    let app = Cors::new(router.route("/cors", options_service(inner)));
    for path in ["/bare", "/cors", "/none"] {
        let lines = logged(LevelFilter::Debug, || {
            drop(block_on(app.clone().oneshot(request("OPTIONS", path, &[APP, ASKS]))).unwrap());
        });
        assert_eq!(lines, [""; 0], "{path}");
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
    let why = format!("it is not in origins; to allow it, add \"{other}\" to origins");
    assert_eq!(lines, [format!("DEBUG refused PUT / from \"{other}\": {why}")]);
}

/// The service has another handler for the method, whose response is closed whatever the policy says.
#[test]
fn a_policy_beside_a_handler_without_one_is_not_logged() {
    let app = Cors::new(Router::new().route_service("/", put(enforced).get(async || {})));
    let lines = logged(LevelFilter::Debug, || {
        let response =
            block_on(app.clone().oneshot(request("GET", "/", &[("origin", "https://other.example.com")])))
                .unwrap();
        assert_eq!(response.status(), 200);
    });
    assert_eq!(lines, [""; 0]);
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

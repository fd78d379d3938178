//! Handlers that refuse requests, and how often their predicates are asked.

use std::cell::Cell;
use std::sync::{LazyLock, OnceLock};

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn, map_response};
use axum::response::Response;
use axum::routing::{any, get, options};
use cors_axum::{Cors, Origin, Policy, RouterExt as _, cors, policy};
use http::Method;
use http::request::Parts;
use tower::ServiceExt as _;

use crate::listing::Changing;
use crate::{APP, OTHER, allowed_origin, lines, preflight, send, send_to, spawn};

thread_local! {
    static ASKED: Cell<usize> = const { Cell::new(0) };
    static RAN: Cell<usize> = const { Cell::new(0) };
}

const NOW: Policy = policy!(origins = predicate(is_app));
const LATER: Policy = policy!(origins = async_predicate(is_app_later));

/// Looks at the path, which is that of the client also where a router is nested.
fn is_app(origin: &Origin<'_>, parts: &Parts) -> bool {
    ASKED.set(ASKED.get() + 1);
    origin.host() == "app.example.com" && parts.uri.path().starts_with("/nested/")
}

async fn is_app_later(origin: &Origin<'_>, parts: &Parts) -> bool {
    tokio::task::yield_now().await;
    is_app(origin, parts)
}

#[cors(policy = NOW, enforce = "all_methods")]
async fn now() -> &'static str {
    RAN.set(RAN.get() + 1);
    "ran"
}

#[cors(policy = LATER, enforce = "all_methods")]
async fn later() -> &'static str {
    RAN.set(RAN.get() + 1);
    "ran"
}

#[cors(origins = predicate(is_app))]
async fn not_enforced() -> &'static str {
    RAN.set(RAN.get() + 1);
    "ran"
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
async fn unsafe_ones(method: Method) -> String {
    RAN.set(RAN.get() + 1);
    method.to_string()
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
async fn strict() {}

static ANY: LazyLock<Policy> = LazyLock::new(|| Policy::builder().origins(["*"]).build().unwrap());

#[cors(policy = ANY, enforce = "all_methods")]
async fn refuses_nobody() {}

async fn bare() -> [(&'static str, &'static str); 1] {
    [("access-control-allow-origin", "*")]
}

fn app() -> Router {
    let nested = Router::new()
        .route("/now", get(now))
        .route("/later", get(later))
        .route("/not-enforced", get(not_enforced))
        .route("/any", any(now))
        .route_service("/vague", get(now).post(later))
        .route_service("/vague-later", get(later).post(now));
    Router::new().nest("/nested", nested)
}

#[tokio::test]
async fn a_predicate_is_asked_once() {
    for (path, refused) in [
        ("/nested/now", 403),
        ("/nested/later", 403),
        ("/nested/not-enforced", 200),
        // It cannot refuse before the handler is called, because another one may answer in such a place.
        ("/nested/any", 403),
    ] {
        for (origin, status) in [(APP, 200), (OTHER, refused)] {
            let (asked, ran) = (ASKED.get(), RAN.get());
            let (got, headers, _) = send(&app(), "GET", path, &[("origin", origin)]).await;
            assert_eq!(
                (got, allowed_origin(&headers)),
                (status, Some(APP).filter(|_| origin == APP)),
                "{path}"
            );
            assert_eq!((ASKED.get() - asked, RAN.get() - ran), (1, usize::from(status == 200)), "{path}");
        }
    }
}

/// Nobody but the handler knows that it is its request, of which it sees the path without the prefix.
#[tokio::test]
async fn a_predicate_is_asked_once_in_a_vague_place() {
    for path in ["/nested/vague", "/nested/vague-later"] {
        let (asked, ran) = (ASKED.get(), RAN.get());
        let (status, headers, _) = send(&app(), "GET", path, &[("origin", APP)]).await;
        assert_eq!((status, allowed_origin(&headers)), (403, None), "{path}");
        assert_eq!((ASKED.get() - asked, RAN.get() - ran), (1, 0), "{path}");
    }
}

/// Over HTTP/2 a page opens a WebSocket with `CONNECT`, and over HTTP/1.1 with `GET`. `"all_methods"` decides both alike, and
/// `"unsafe_methods"` lets the `GET` pass alone.
#[tokio::test]
async fn a_websocket_over_http2_is_decided_as_one_over_http1() {
    let app = Router::new().route("/any", any(strict)).route("/own-any", cors_axum::any(strict));
    let app = app.route("/nested/asked", cors_axum::any(now));
    for path in ["/any", "/own-any", "/nested/asked"] {
        for method in ["GET", "CONNECT"] {
            for (origin, status) in [(APP, 200), (OTHER, 403)] {
                let (got, _, _) = send(&app, method, path, &[("origin", origin)]).await;
                assert_eq!(got, status, "{method} {path} {origin}");
            }
        }
    }
}

/// A layer that changes the method does not get around `enforce`.
#[tokio::test]
async fn another_method_is_decided_again() {
    let router = Router::new().route("/", get(unsafe_ones).post(unsafe_ones));
    let as_post = from_fn(async |mut request: Request, next: Next| -> Response {
        *request.method_mut() = Method::POST;
        next.run(request).await
    });
    let (status, _, body) = send(&router, "GET", "/", &[("origin", OTHER)]).await;
    assert_eq!((status, body.as_str()), (200, "GET"));
    let app = router.layer(as_post);
    let ran = RAN.get();
    assert_eq!(send(&app, "GET", "/", &[("origin", OTHER)]).await.0, 403);
    assert_eq!(RAN.get(), ran);
    let (status, headers, body) = send(&app, "GET", "/", &[("origin", APP)]).await;
    assert_eq!((status, body.as_str(), allowed_origin(&headers)), (200, "POST", Some(APP)));
}

/// A decision is for one request: neither a panic nor a request inside of another leaves it behind.
#[tokio::test]
async fn no_decision_is_left_behind() {
    let panicking = from_fn(async |_: Request, _: Next| -> Response { panic!("for this test") });
    let app = Router::new().route("/", get(unsafe_ones).post(unsafe_ones)).layer(panicking);
    let request = tokio::spawn(async move { send(&app, "POST", "/", &[("origin", APP)]).await.0 });
    assert!(request.await.is_err());
    let request = Request::post("/").header("origin", OTHER).body(axum::body::Body::empty()).unwrap();
    let bare = Router::new().route("/", get(unsafe_ones).post(unsafe_ones));
    assert_eq!(tower::ServiceExt::oneshot(bare, request).await.unwrap().status(), 403);
}

/// A handler of `OPTIONS` with a policy answers for no other, and nobody answers for a handler that excludes the method.
#[tokio::test]
async fn a_preflight_runs_no_annotated_handler() {
    #[cors(origins = ["https://app.example.com"])]
    async fn own_options() -> [(&'static str, &'static str); 1] {
        [("access-control-allow-origin", "*")]
    }
    #[cors(origins = ["https://app.example.com"], methods = ["GET"])]
    async fn narrowed() {}
    let app = Router::new()
        .route("/", options(own_options))
        .route("/narrowed", get(narrowed).put(narrowed).options(bare));
    for path in ["/", "/narrowed"] {
        let (status, headers, _) = preflight(&app, path, APP, "PUT").await;
        assert_eq!((status, lines(&headers)), (403, Vec::new()), "{path}");
    }
    // A handler without the attribute says what it likes about a method that no annotated handler serves.
    let (_, headers, _) = preflight(&app, "/narrowed", APP, "DELETE").await;
    assert_eq!(lines(&headers), ["access-control-allow-origin: *"]);
}

/// Such a handler gets preflights if a service hides it. It runs for every other `OPTIONS`.
#[tokio::test]
async fn a_preflight_runs_no_hidden_handler() {
    let (origin, asks) = (("origin", APP), ("access-control-request-method", "PUT"));
    for routes in [options(unsafe_ones), options(not_enforced), any(not_enforced)] {
        let app = Router::new().fallback_service(Router::new().route("/", routes));
        for (headers, status) in [(&[origin, asks][..], 403), (&[origin], 200), (&[asks], 200)] {
            let ran = RAN.get();
            assert_eq!(send(&app, "OPTIONS", "/", headers).await.0, status, "{headers:?}");
            assert_eq!(RAN.get() - ran, usize::from(status == 200), "{headers:?}");
        }
    }
}

/// No layer runs for what is refused, unless another handler may answer.
#[tokio::test]
async fn a_refusal_is_for_the_handler_alone() {
    let counts = from_fn(async |request: Request, next: Next| {
        RAN.set(RAN.get() + 1);
        next.run(request).await
    });
    let alone = Router::new().route("/", get(strict).put(bare));
    let beside = Router::new().route_service("/", get(strict).put(bare));
    for (app, method, status, layers) in
        [(&alone, "GET", 403, 0), (&alone, "PUT", 200, 1), (&beside, "GET", 403, 1), (&beside, "PUT", 200, 1)]
    {
        let ran = RAN.get();
        let got = send(&app.clone().layer(counts.clone()), method, "/", &[("origin", OTHER)]).await.0;
        assert_eq!((got, RAN.get() - ran), (status, layers), "{method}");
    }
}

/// A handler that refuses in another task closes its response to headers of others.
#[tokio::test]
async fn a_refusal_in_another_task_is_closed() {
    let opens = map_response(async |response: Response| (bare().await, response));
    let app = Router::new().fallback(strict).layer(from_fn(spawn)).layer(opens);
    let (status, headers, _) = send(&app, "GET", "/", &[("origin", OTHER)]).await;
    assert_eq!((status, allowed_origin(&headers)), (403, None));
}

/// A handler that was not there at the start could not say which part of a request it needs.
#[tokio::test]
async fn a_handler_that_comes_later_decides_by_the_whole_request() {
    let (late, handler) = Changing::late();
    let app = Cors::new(Router::new().route_service("/", late));
    handler.set(get(strict)).unwrap();
    for (site, status) in [("cross-site", 403), ("same-origin", 200), ("none", 200)] {
        let request = Request::get("/").header("sec-fetch-site", site);
        let request = request.body(axum::body::Body::empty()).unwrap();
        assert_eq!(app.clone().oneshot(request).await.unwrap().status(), status, "{site}");
    }
    let own = Request::get("/").header("origin", OTHER).header("host", "other.example.com");
    let response = app.oneshot(own.body(axum::body::Body::empty()).unwrap()).await.unwrap();
    assert_eq!((response.status().as_u16(), allowed_origin(response.headers())), (200, None));
}

#[test]
#[should_panic(expected = "a policy of a handler cannot be served")]
fn what_refuses_nobody_does_not_start() {
    let _ = Cors::new(Router::new().route("/", get(refuses_nobody)));
}

static INNER: OnceLock<Router> = OnceLock::new();

/// Calls itself by a router of its own, with another origin.
#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
async fn calls_itself(request: Request) -> http::StatusCode {
    match INNER.get() {
        Some(inner) if request.uri().path() == "/" => {
            let request = Request::get("/inner").header("origin", OTHER).body(axum::body::Body::empty());
            inner.clone().oneshot(request.unwrap()).await.unwrap().status()
        }
        _ => http::StatusCode::OK,
    }
}

/// The decision is about one request.
#[tokio::test]
async fn a_second_request_to_the_handler_is_decided_anew() {
    INNER.set(Router::new().route("/inner", get(calls_itself))).unwrap();
    let app = Router::new().route("/", get(calls_itself)).cors();
    let (status, ..) = send(&app, "GET", "/", &[("origin", APP)]).await;
    assert_eq!(status, 403);
}

#[cors(origins = ["https://other.example.com"])]
async fn open_to_other() {}

/// Neither another handler nor another `Cors`, which a layer calls then, opens what was refused.
#[tokio::test]
async fn a_refusal_is_final_where_another_handler_may_answer() {
    let other = Router::new().fallback(open_to_other);
    for other in [other.clone(), other.cors()] {
        let calls_other = from_fn(move |request: Request, next: Next| {
            let (other, mut again) = (other.clone(), Request::new(axum::body::Body::empty()));
            *again.headers_mut() = request.headers().clone();
            async move {
                assert_eq!(next.run(request).await.status(), 403);
                other.oneshot(again).await
            }
        });
        let app = Cors::new(Router::new().fallback(strict).layer(calls_other));
        let (status, headers, _) = send_to(app, "PUT", "/", &[("origin", OTHER)], "").await;
        assert_eq!((status, allowed_origin(&headers)), (403, None));
    }
}

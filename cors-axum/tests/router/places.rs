//! The places of a handler in a router, and the layers around it.

use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler as _;
use axum::middleware::{Next, from_fn, map_response};
use axum::response::Response;
use axum::routing::{self, MethodFilter, get, get_service, on, put};
use cors_axum::{Cors, RouterExt as _, any, cors};
use http::{Method, StatusCode};
use tower::limit::ConcurrencyLimitLayer;
use tower::{ServiceBuilder, ServiceExt as _};

use crate::{APP, allowed_origin, preflight, send, spawn};

#[cors(origins = ["https://app.example.com"])]
async fn open() -> &'static str {
    "open"
}

#[cors(origins = ["https://app.example.com"])]
async fn second() -> &'static str {
    "second"
}

async fn bare() -> &'static str {
    "bare"
}

async fn refuse(_: Request, _: Next) -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}

async fn pass(request: Request, next: Next) -> Response {
    next.run(request).await
}

#[tokio::test]
async fn handlers_that_the_router_says_answer_preflights() {
    let route = || Router::new().route("/", put(open));
    let rows: Vec<(&str, Router)> = vec![
        ("route", route()),
        ("two routes on a path", Router::new().route("/", get(bare)).route("/", put(open))),
        ("on", Router::new().route("/", on(MethodFilter::PUT.or(MethodFilter::POST), open))),
        ("any of this crate", Router::new().route("/", any(open))),
        ("merge", Router::new().route("/other", get(bare)).merge(route())),
        ("fallback of the path", Router::new().route("/", put(open).fallback(bare))),
        ("another fallback of the path", Router::new().route("/", put(open).fallback(second))),
        ("fallback of the router", route().fallback(second)),
        ("method not allowed", route().method_not_allowed_fallback(second)),
        ("layer", route().layer(from_fn(pass))),
        ("route layer", route().route_layer(from_fn(pass))),
        (
            "several layers",
            route().layer(ServiceBuilder::new().layer(ConcurrencyLimitLayer::new(1)).layer(from_fn(pass))),
        ),
        ("a layer on the method router", Router::new().route("/", put(open).layer(from_fn(pass)))),
        ("a layer on the handler", Router::new().route("/", put(open.layer(from_fn(pass))))),
        (
            "a service of the handler",
            Router::new().route("/", axum::routing::put_service(open.with_state(()))),
        ),
        ("an own handler of OPTIONS", Router::new().route("/", put(open).options(bare))),
        ("authentication inside", route().layer(from_fn(refuse))),
        ("a parameter", Router::new().route("/{*rest}", get(bare)).route("/", put(open))),
        ("another `Cors` for other methods", {
            Router::new().route("/", put(open).fallback_service(Cors::new(Router::new())))
        }),
    ];
    for (place, app) in rows {
        assert_eq!(preflight(&app, "/", APP, "PUT").await.0, 204, "{place}");
        let (_, headers, _) = send(&app, "PUT", "/", &[("origin", APP)]).await;
        assert_eq!(allowed_origin(&headers), Some(APP), "{place}");
    }
}

#[tokio::test]
async fn handlers_that_the_router_does_not_say_answer_no_preflight() {
    let rows: Vec<(&str, Router)> = vec![
        ("any of axum", Router::new().route("/", axum::routing::any(open))),
        ("fallback", Router::new().fallback(open)),
        ("a handler and its own fallback", Router::new().route("/", put(open).fallback(open))),
        ("a method router as a service", Router::new().route_service("/", put(open))),
        ("one that has it twice", Router::new().route_service("/", put(open).post(open))),
        ("as a fallback service", Router::new().fallback_service(put(open))),
        ("behind a layer", Router::new().fallback(open).layer(from_fn(pass))),
    ];
    for (place, app) in rows {
        assert_eq!(preflight(&app, "/", APP, "PUT").await.0, 403, "{place}");
        let (_, headers, body) = send(&app, "PUT", "/", &[("origin", APP)]).await;
        assert_eq!((body.as_str(), allowed_origin(&headers)), ("open", Some(APP)), "{place}");
    }
}

/// Preflights are refused as well.
#[tokio::test]
async fn one_of_two_handlers_is_closed() {
    let app = Router::new().route_service("/", put(open).get(second));
    assert_eq!(preflight(&app, "/", APP, "PUT").await.0, 403);
    let (_, headers, body) = send(&app, "PUT", "/", &[("origin", APP)]).await;
    assert_eq!((body.as_str(), allowed_origin(&headers)), ("open", None));
}

fn behind_buffer(router: Router) -> Router {
    let broken = axum::error_handling::HandleErrorLayer::new(async |_: axum::BoxError| ());
    router.layer(ServiceBuilder::new().layer(broken).buffer(1))
}

/// Neither a layer nor the handler opens it in another way.
#[tokio::test]
async fn a_closed_handler_is_closed_to_headers_of_others() {
    let opens = map_response(async |mut response: Response| {
        let any = http::HeaderValue::from_static("*");
        response.headers_mut().insert(http::header::ACCESS_CONTROL_ALLOW_ORIGIN, any);
        response
    });
    let rebuild = map_response(async |response: Response| (response.headers().clone(), response.into_body()));
    let router = || Router::new().route("/", put(open));
    for (place, app) in [
        ("beside another one", Router::new().route_service("/", put(open).get(second))),
        ("a router as a service", Router::new().fallback_service(router())),
        ("behind a buffer", behind_buffer(router())),
        ("called by a layer", {
            let other = Router::new().route("/", put(second));
            router().layer(from_fn(move |request: Request, _: Next| other.clone().oneshot(request)))
        }),
    ] {
        for (layers, app) in [
            ("opens", app.clone().layer(opens.clone())),
            ("opens and rebuilds", app.layer(opens.clone()).layer(rebuild.clone())),
        ] {
            let (_, headers, _) = send(&app, "PUT", "/", &[("origin", APP)]).await;
            assert_eq!(allowed_origin(&headers), None, "{place}, {layers}");
        }
    }
    // The headers of a handler without a policy stay.
    let beside = Router::new().route_service("/", put(open).get(second).post(bare)).layer(opens);
    let (_, headers, _) = send(&beside, "POST", "/", &[("origin", APP)]).await;
    assert_eq!(allowed_origin(&headers), Some("*"));
}

/// Nobody knows whether the handler would have run.
#[tokio::test]
async fn what_a_layer_answers_in_such_a_place_has_no_headers() {
    for app in [Router::new().fallback(open), Router::new().route_service("/", put(open).get(bare))] {
        let (status, headers, _) = send(&app.layer(from_fn(refuse)), "PUT", "/", &[("origin", APP)]).await;
        assert_eq!((status, allowed_origin(&headers)), (401, None));
    }
    let app = Router::new().route_service("/", put(open).get(bare));
    let (_, headers, body) = send(&app, "GET", "/", &[("origin", APP)]).await;
    assert_eq!((body.as_str(), allowed_origin(&headers)), ("bare", None));
}

#[tokio::test]
async fn what_is_hidden_is_closed() {
    let route = || Router::new().route("/", put(open));
    for (place, app) in [
        ("a router as a service", Router::new().fallback_service(route())),
        ("behind a buffer", behind_buffer(route())),
    ] {
        assert_eq!(preflight(&app, "/", APP, "PUT").await.0, 405, "{place}");
        let (_, headers, body) = send(&app, "PUT", "/", &[("origin", APP)]).await;
        assert_eq!((body.as_str(), allowed_origin(&headers)), ("open", None), "{place}");
    }
}

/// A layer may move the rest of the way to another task.
#[tokio::test]
async fn a_handler_may_run_in_another_task() {
    let app = Router::new().route("/", put(open)).layer(from_fn(spawn));
    let (_, headers, body) = send(&app, "PUT", "/", &[("origin", APP)]).await;
    assert_eq!((body.as_str(), allowed_origin(&headers)), ("open", Some(APP)));
}

/// A router that a layer calls in place of the handler has policies of its own.
#[tokio::test]
async fn a_layer_may_call_another_router() {
    #[cors(same_origin)]
    async fn own() -> &'static str {
        "own"
    }
    let router = Router::new().route("/", put(own));
    for other in [router.clone(), router.cors()] {
        let elsewhere = from_fn(move |request: Request, _: Next| other.clone().oneshot(request));
        let app = Router::new().route("/", put(open)).layer(elsewhere);
        let (_, headers, body) = send(&app, "PUT", "/", &[("origin", APP)]).await;
        assert_eq!((body.as_str(), allowed_origin(&headers)), ("own", None));
    }
}

/// A layer may ask an annotated handler something before it calls the one that was chosen.
#[tokio::test]
async fn a_layer_may_call_another_router_first() {
    let session = Router::new().route("/", put(second));
    let asks = from_fn(move |request: Request, next: Next| {
        let session = session.clone();
        async move {
            let ask = Request::put("/").body(axum::body::Body::empty()).unwrap();
            session.oneshot(ask).await.unwrap();
            tokio::task::yield_now().await;
            next.run(request).await
        }
    });
    let app = Router::new().route("/", put(open)).layer(asks);
    let (_, headers, body) = send(&app, "PUT", "/", &[("origin", APP)]).await;
    assert_eq!((body.as_str(), allowed_origin(&headers)), ("open", Some(APP)));
}

/// A router in there has its own `Cors`.
#[tokio::test]
async fn a_closed_place_is_opened_by_cors_inside() {
    let inner = Cors::new(Router::new().route("/", put(open)));
    let several = get_service(inner.clone()).put_service(inner.clone()).options_service(inner.clone());
    for app in [
        Router::new().nest_service("/inner", inner.clone()),
        Router::new().nest_service("/inner", several),
        Router::new().fallback_service(Router::new().nest_service("/inner", inner)),
    ] {
        assert_eq!(preflight(&app, "/inner", APP, "PUT").await.0, 204);
        let (_, headers, body) = send(&app, "PUT", "/inner", &[("origin", APP)]).await;
        assert_eq!((body.as_str(), allowed_origin(&headers)), ("open", Some(APP)));
    }
}

#[tokio::test]
async fn what_a_layer_answers_has_the_headers() {
    let app = Router::new().route("/", put(open)).layer(from_fn(refuse));
    let (status, headers, _) = send(&app, "PUT", "/", &[("origin", APP)]).await;
    assert_eq!((status, allowed_origin(&headers)), (401, Some(APP)));
}

/// A preflight would wait for ever for a layer that is full.
#[tokio::test]
async fn a_preflight_does_not_wait_for_layers() {
    let app = Router::new()
        .route("/", put(open))
        .layer(from_fn(async |_: Request, _: Next| -> Response { std::future::pending().await }));
    let answer =
        tokio::time::timeout(Duration::from_secs(5), preflight(&app, "/", APP, "PUT")).await.unwrap();
    assert_eq!(answer.0, 204);
}

/// A layer that makes a `GET` of a `HEAD`, and its response anew.
#[tokio::test]
async fn a_layer_may_change_the_method() {
    let as_get = from_fn(async |mut request: Request, next: Next| {
        *request.method_mut() = Method::GET;
        let response = next.run(request).await;
        (response.status(), response.headers().clone())
    });
    for (place, route) in [("get", get(open)), ("any", routing::any(open))] {
        let app = Router::new().route("/", route).layer(as_get.clone());
        let (status, headers, _) = send(&app, "HEAD", "/", &[("origin", APP)]).await;
        assert_eq!((status, allowed_origin(&headers)), (200, Some(APP)), "{place}");
    }
}

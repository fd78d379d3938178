//! A policy for what no annotated handler answers.

use axum::Router;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{any, get, options_service, put};
use cors_axum::{Cors, Policy, RouterExt, cors, policy};
use http::{Request, StatusCode};
use tower::ServiceExt;

use crate::{APP, Answer, OTHER, allowed_origin, lines, send_to, spawn};

const DEFAULT: Policy = policy!(origins = ["https://other.example.com"], methods = ["GET", "PUT"]);

#[cors(origins = ["https://app.example.com"])]
async fn annotated() -> &'static str {
    "annotated"
}

#[cors(same_origin)]
async fn own() -> &'static str {
    "own"
}

#[cors(origins = ["https://other.example.com"], methods = ["GET"])]
async fn narrowed() -> &'static str {
    "narrowed"
}

async fn bare() -> [(&'static str, &'static str); 1] {
    [("access-control-allow-origin", "*")]
}

fn router() -> Router {
    Router::new()
        .route("/annotated", put(annotated))
        .route("/shared", put(annotated).get(bare).options(bare))
        .route("/own", put(own))
        .route("/narrowed", get(narrowed).put(narrowed).options(bare))
        .route("/any", any(own))
        .route("/bare", get(bare).post(bare))
        .nest_service("/inner", Cors::new(Router::new().route("/own", put(own)).route("/bare", put(bare))))
}

async fn send(app: &Cors, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    send_to(app.clone(), method, path, headers, "").await
}

async fn preflight(app: &Cors, path: &str, method: &str) -> (u16, Option<String>) {
    let headers = [("origin", OTHER), ("access-control-request-method", method)];
    let (status, headers, _) = send(app, "OPTIONS", path, &headers).await;
    (status, allowed_origin(&headers).map(str::to_owned))
}

#[tokio::test]
async fn a_default_policy_answers_what_no_annotated_handler_answers() {
    let app = Cors::new(router()).default_policy(DEFAULT);
    for (path, method, status) in [
        ("/bare", "GET", 204),
        ("/shared", "GET", 204),
        ("/none", "PUT", 204),
        ("/bare", "PUT", 204),
        // It does not list the method.
        ("/bare", "POST", 405),
        // Handlers have policies of their own.
        ("/annotated", "PUT", 403),
        ("/shared", "PUT", 403),
        ("/own", "PUT", 403),
        ("/narrowed", "GET", 204),
        ("/narrowed", "PUT", 403),
        ("/any", "PUT", 403),
        ("/inner/own", "PUT", 403),
        ("/inner/bare", "PUT", 405),
    ] {
        let (got, origin) = preflight(&app, path, method).await;
        assert_eq!(got, status, "{path} {method}");
        assert_eq!(origin.as_deref(), (status == 204).then_some(OTHER), "{path} {method}");
    }
}

#[tokio::test]
async fn a_default_policy_decorates_other_responses() {
    let app = Cors::new(router()).default_policy(DEFAULT);
    for (method, path, status, origin) in [
        ("GET", "/bare", 200, Some(OTHER)),
        ("GET", "/none", 404, Some(OTHER)),
        ("PUT", "/bare", 405, Some(OTHER)),
        ("POST", "/bare", 200, None),
        ("PUT", "/annotated", 200, None),
        ("GET", "/annotated", 405, Some(OTHER)),
        ("PUT", "/own", 200, None),
        ("GET", "/narrowed", 200, Some(OTHER)),
        ("PUT", "/narrowed", 200, None),
        ("PUT", "/any", 200, None),
        ("PUT", "/inner/own", 200, None),
    ] {
        let (got, headers, _) = send(&app, method, path, &[("origin", OTHER)]).await;
        assert_eq!((got, allowed_origin(&headers)), (status, origin), "{method} {path}");
    }
    let (_, headers, _) = send(&app, "GET", "/bare", &[]).await;
    assert_eq!(lines(&headers), ["vary: Origin"]);
}

/// A layer that answers for an annotated handler answers by its policy.
#[tokio::test]
async fn a_default_policy_does_not_open_what_a_layer_answers() {
    let refuse = from_fn(async |_: axum::extract::Request, _: Next| -> Response {
        axum::response::IntoResponse::into_response(StatusCode::UNAUTHORIZED)
    });
    let app = Cors::new(router().layer(refuse)).default_policy(DEFAULT);
    for (path, origin) in [("/own", None), ("/any", None), ("/annotated", None), ("/bare", Some(OTHER))] {
        let method = if path == "/bare" { "GET" } else { "PUT" };
        let (status, headers, _) = send(&app, method, path, &[("origin", OTHER)]).await;
        assert_eq!((status, allowed_origin(&headers)), (401, origin), "{path}");
    }
}

/// A service hides the handler, and its responses stay closed.
#[tokio::test]
async fn a_default_policy_does_not_open_responses_of_hidden_handlers() {
    let router = Router::new().fallback_service(Router::new().route("/own", put(own).get(bare)));
    for router in [router.clone(), router.layer(from_fn(spawn))] {
        let app = Cors::new(router).default_policy(DEFAULT);
        let (status, headers, _) = send(&app, "PUT", "/own", &[("origin", OTHER)]).await;
        assert_eq!((status, allowed_origin(&headers)), (200, None));
        let (_, headers, _) = send(&app, "GET", "/own", &[("origin", OTHER)]).await;
        assert_eq!(allowed_origin(&headers), Some(OTHER));
    }
}

/// A layer makes the response anew, so that no mark of the handler is left on it.
#[tokio::test]
async fn a_default_policy_does_not_open_rebuilt_responses_of_hidden_handlers() {
    let rebuild =
        axum::middleware::map_response(async |response: Response| (response.status(), response.into_body()));
    let hidden = Router::new().route("/own", put(own));
    let app = Cors::new(Router::new().fallback_service(hidden).layer(rebuild)).default_policy(DEFAULT);
    let (status, headers, _) = send(&app, "PUT", "/own", &[("origin", OTHER)]).await;
    assert_eq!((status, allowed_origin(&headers)), (200, None));
}

/// The router of `.cors()` does not show its `Cors` to the one around it, and no mark of that is left on the response.
#[tokio::test]
async fn a_default_policy_does_not_open_rebuilt_responses_of_a_hidden_cors() {
    let rebuild =
        axum::middleware::map_response(async |response: Response| (response.status(), response.into_body()));
    let hidden = || Router::new().route("/own", put(own)).cors();
    for router in [
        Router::new().nest_service("/hidden", hidden()).layer(rebuild.clone()),
        Router::new().nest_service("/hidden", hidden().layer(rebuild)),
    ] {
        let app = Cors::new(router).default_policy(DEFAULT);
        let (status, headers, _) = send(&app, "PUT", "/hidden/own", &[("origin", OTHER)]).await;
        assert_eq!((status, allowed_origin(&headers)), (200, None));
    }
}

/// A task of its own does not see the `Cors` around it.
#[tokio::test]
async fn a_default_policy_does_not_open_responses_of_a_hidden_cors_in_another_task() {
    const READ: Policy = policy!(origins = ["https://other.example.com"], methods = ["GET"]);
    let hidden = || Router::new().route("/own", put(own)).route("/annotated", put(annotated)).cors();
    for router in [
        Router::new().nest_service("/hidden", hidden()).layer(from_fn(spawn)),
        Router::new().nest_service("/hidden", hidden().layer(from_fn(spawn))),
    ] {
        let app = Cors::new(router.clone()).default_policy(DEFAULT);
        let (status, headers, _) = send(&app, "PUT", "/hidden/own", &[("origin", OTHER)]).await;
        assert_eq!((status, allowed_origin(&headers)), (200, None));
        // A preflight that the default policy passes on is the hidden one's.
        let app = Cors::new(router).default_policy(READ);
        let asked = [("origin", APP), ("access-control-request-method", "PUT")];
        let (status, headers, _) = send(&app, "OPTIONS", "/hidden/annotated", &asked).await;
        assert_eq!((status, allowed_origin(&headers)), (204, Some(APP)));
    }
}

/// The handler answers with the response of another `Cors`, in this task or in another one.
#[tokio::test]
async fn the_policy_of_a_handler_that_asks_another_cors_stays() {
    #[cors(origins = "*")]
    async fn public() -> &'static str {
        "public"
    }
    fn asked(request: axum::extract::Request) -> impl Future<Output = Response> + Send {
        let other = Cors::new(Router::new().route("/public", put(public)));
        async { other.oneshot(request).await.unwrap() }
    }
    #[cors(same_origin)]
    async fn here(request: axum::extract::Request) -> Response {
        asked(request).await
    }
    #[cors(same_origin)]
    async fn elsewhere(request: axum::extract::Request) -> Response {
        tokio::spawn(asked(request)).await.unwrap()
    }
    for handler in [put(here), put(elsewhere)] {
        let app = Cors::new(Router::new().route("/public", handler)).default_policy(DEFAULT);
        let (status, headers, body) = send(&app, "PUT", "/public", &[("origin", OTHER)]).await;
        assert_eq!((status, body.as_str(), allowed_origin(&headers)), (200, "public", None));
    }
}

/// Nothing tells the responses of such a layer from those of a hidden `Cors`. A handler with a policy keeps it.
#[tokio::test]
async fn a_default_policy_opens_nothing_after_a_layer_has_asked_a_cors() {
    async fn asks(responds: bool, request: axum::extract::Request, next: Next) -> Response {
        let session = Cors::new(Router::new().route("/session", put(own)));
        let asked = Request::put("/session").header("origin", OTHER).body(axum::body::Body::empty());
        drop(session.oneshot(asked.unwrap()).await);
        match responds {
            true => axum::response::IntoResponse::into_response(StatusCode::UNAUTHORIZED),
            false => next.run(request).await,
        }
    }
    for (responds, path, origin) in [
        (false, "/bare", None),
        (true, "/bare", None),
        (false, "/narrowed", Some(OTHER)),
        (true, "/narrowed", Some(OTHER)),
        (true, "/own", None),
    ] {
        let app = Cors::new(router().layer(from_fn(move |request, next| asks(responds, request, next))))
            .default_policy(DEFAULT);
        let method = if path == "/own" { "PUT" } else { "GET" };
        let (_, headers, _) = send(&app, method, path, &[("origin", OTHER)]).await;
        assert_eq!(allowed_origin(&headers), origin, "{responds} {path}");
    }
}

#[tokio::test]
async fn the_predicate_of_a_default_policy_is_asked() {
    const ASKED: Policy = policy!(origins = async_predicate(is_other), methods = ["PUT"]);
    async fn is_other(origin: &cors_axum::Origin<'_>, parts: &http::request::Parts) -> bool {
        tokio::task::yield_now().await;
        origin.host() == "other.example.com" && parts.headers.contains_key("x-tenant")
    }
    let app = Cors::new(router()).default_policy(ASKED);
    for (origin, tenant, allowed) in
        [(OTHER, "x-tenant", Some(OTHER)), (APP, "x-tenant", None), (OTHER, "x-other", None)]
    {
        let headers = [("origin", origin), (tenant, "1")];
        let (_, headers, _) = send(&app, "PUT", "/bare", &headers).await;
        assert_eq!(allowed_origin(&headers), allowed);
    }
}

/// A handler of `OPTIONS` answers only what the default policy does not.
#[tokio::test]
async fn a_default_policy_answers_before_a_cors_for_options() {
    let rebuild = axum::middleware::map_response(async |response: Response| {
        (response.status(), response.headers().clone(), response.into_body())
    });
    let inner = Cors::new(Router::new().route("/", put(annotated).delete(annotated)));
    let router = Router::new().route("/", options_service(inner)).layer(rebuild);
    let app = Cors::new(router).default_policy(DEFAULT);
    for (method, origin) in [("PUT", OTHER), ("DELETE", APP)] {
        let asked = [("origin", origin), ("access-control-request-method", method)];
        let (status, headers, _) = send(&app, "OPTIONS", "/", &asked).await;
        assert_eq!((status, allowed_origin(&headers)), (204, Some(origin)), "{method}");
    }
}

/// A `Cors` that is a router again is inside of another one, which leaves it alone.
#[tokio::test]
async fn of_nested_cors_the_innermost_decides() {
    let inner = Router::new().route("/bare", put(bare)).route("/own", put(own)).cors();
    let app = Cors::new(Router::new().nest_service("/inner", inner)).default_policy(DEFAULT);
    let (_, headers, _) = send(&app, "PUT", "/inner/bare", &[("origin", OTHER)]).await;
    assert_eq!(lines(&headers), ["access-control-allow-origin: *"]);
    let (_, headers, _) = send(&app, "PUT", "/inner/own", &[("origin", OTHER)]).await;
    assert_eq!(lines(&headers), Vec::<String>::new());
}

//! Preflights and responses, by the policy of each handler.

use std::cell::Cell;

use axum::extract::{Path, State};
use axum::routing::{delete, get};
use axum::{Json, Router};
use cors_axum::{Cors, cors};
use http::StatusCode;

use crate::{APP, OTHER, allowed_origin, lines, preflight, send, send_to};

thread_local! {
    static RAN: Cell<usize> = const { Cell::new(0) };
}

#[cors(origins = "*", expose_headers = ["etag"])]
async fn show(Path(id): Path<u64>) -> String {
    id.to_string()
}

#[cors(
    origins = ["https://app.example.com"],
    allow_headers = ["content-type"],
    credentials = true,
    max_age = "10m",
)]
async fn update(
    State(unit): State<&'static str>,
    Path(id): Path<u64>,
    Json(value): Json<u64>,
) -> Result<String, StatusCode> {
    RAN.set(RAN.get() + 1);
    if value == 0 { Err(StatusCode::IM_A_TEAPOT) } else { Ok(format!("{id} is {value} {unit}")) }
}

async fn remove(Path(id): Path<u64>) -> String {
    format!("{id} is removed")
}

#[cors(origins = ["https://app.example.com"], methods = ["POST"])]
async fn narrowed() -> &'static str {
    "narrowed"
}

#[cors(same_origin)]
async fn own() -> &'static str {
    "own"
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
async fn enforced() -> &'static str {
    RAN.set(RAN.get() + 1);
    "enforced"
}

fn app() -> Router {
    let users = Router::new().route("/users/{id}", get(show).put(update).delete(remove));
    let others = Router::new().route("/narrowed", get(narrowed).post(narrowed)).route("/own", get(own));
    users
        .merge(others)
        .route("/enforced", get(enforced))
        .nest("/nested", Router::new().route("/", delete(own)))
        .with_state("m")
}

#[tokio::test]
async fn a_preflight_is_answered_by_the_handler_of_the_requested_method() {
    let (status, headers, body) = preflight(&app(), "/users/1", APP, "PUT").await;
    assert_eq!((status, body.as_str()), (204, ""));
    assert_eq!(
        lines(&headers),
        [
            "access-control-allow-credentials: true",
            "access-control-allow-headers: content-type",
            "access-control-allow-methods: PUT",
            "access-control-allow-origin: https://app.example.com",
            "access-control-max-age: 600",
            "vary: Origin, Access-Control-Request-Method",
        ]
    );
    let (status, headers, _) = preflight(&app(), "/users/1", OTHER, "GET").await;
    assert_eq!(status, 204);
    assert_eq!(lines(&headers), ["access-control-allow-methods: GET", "access-control-allow-origin: *"]);
    let (_, headers, _) = preflight(&app(), "/users/1", OTHER, "HEAD").await;
    assert_eq!(headers["access-control-allow-methods"], "HEAD");
}

#[tokio::test]
async fn a_preflight_that_the_handler_does_not_allow_is_refused() {
    for (path, origin, method) in [
        ("/users/1", OTHER, "PUT"),
        ("/own", APP, "GET"),
        ("/nested", APP, "DELETE"),
        // The handler excludes the method.
        ("/narrowed", APP, "GET"),
    ] {
        let (status, headers, body) = preflight(&app(), path, origin, method).await;
        assert_eq!((status, body.as_str()), (403, ""), "{path}");
        assert_eq!(allowed_origin(&headers), None, "{path}");
    }
}

#[tokio::test]
async fn a_preflight_of_nobody_is_answered_by_axum() {
    for (path, method, status) in [
        ("/users/1", "DELETE", 405),
        ("/users/1", "PATCH", 405),
        ("/users/1", "put", 405),
        ("/users/1", "P UT", 405),
        ("/none", "GET", 404),
    ] {
        let (got, headers, _) = preflight(&app(), path, APP, method).await;
        assert_eq!((got, lines(&headers)), (status, Vec::new()), "{path} {method}");
    }
    // Nothing says which of the two methods the page means.
    let method = ("access-control-request-method", "PUT");
    let (got, headers, _) = send(&app(), "OPTIONS", "/users/1", &[("origin", APP), method, method]).await;
    assert_eq!((got, lines(&headers)), (405, Vec::new()));
}

#[tokio::test]
async fn a_response_gets_the_headers_whatever_its_status() {
    let before = RAN.get();
    let json = ("content-type", "application/json");
    for (path, body, status, ran) in [
        ("/users/1", "2", 200, 1),
        ("/users/1", "0", 418, 2),
        ("/users/1", "no number", 400, 2),
        ("/users/none", "2", 400, 2),
    ] {
        let (got, headers, _) = send_to(Cors::new(app()), "PUT", path, &[("origin", APP), json], body).await;
        assert_eq!(got, status, "{path} {body}");
        assert_eq!(
            lines(&headers),
            [
                "access-control-allow-credentials: true",
                "access-control-allow-origin: https://app.example.com",
                "vary: Origin",
            ],
            "{path} {body}"
        );
        assert_eq!(RAN.get() - before, ran, "{path} {body}");
    }
}

#[tokio::test]
async fn other_responses_get_what_their_policy_says() {
    let cors = |origin: &'static str| [("origin", origin)];
    let (status, headers, body) = send(&app(), "DELETE", "/users/1", &cors(APP)).await;
    assert_eq!((status, body.as_str(), lines(&headers)), (200, "1 is removed", Vec::new()));
    let (_, headers, _) = send(&app(), "GET", "/users/1", &[]).await;
    assert_eq!(lines(&headers), ["access-control-allow-origin: *", "access-control-expose-headers: etag"]);
    let (_, headers, _) = send(&app(), "PUT", "/users/1", &[]).await;
    assert_eq!(lines(&headers), ["vary: Origin"]);
    let (_, headers, body) = send(&app(), "GET", "/narrowed", &cors(APP)).await;
    assert_eq!((body.as_str(), lines(&headers)), ("narrowed", Vec::new()));
    let (_, headers, _) = send(&app(), "POST", "/narrowed", &cors(APP)).await;
    assert_eq!(allowed_origin(&headers), Some(APP));
    let (_, headers, body) = send(&app(), "GET", "/own", &cors(APP)).await;
    assert_eq!((body.as_str(), lines(&headers)), ("own", Vec::new()));
    let (status, headers, _) = send(&app(), "PATCH", "/users/1", &cors(APP)).await;
    assert_eq!((status, lines(&headers)), (405, Vec::new()));
    assert_eq!(headers["allow"], "GET,HEAD,PUT,DELETE");
}

#[tokio::test]
async fn enforce_refuses_on_the_server_too() {
    let (status, headers, body) = send(&app(), "GET", "/enforced", &[("origin", OTHER)]).await;
    assert_eq!((status, body.as_str()), (403, ""));
    assert_eq!(lines(&headers), ["vary: Origin, Sec-Fetch-Site"]);
    let (status, headers, body) = send(&app(), "GET", "/enforced", &[("origin", APP)]).await;
    assert_eq!((status, body.as_str(), allowed_origin(&headers)), (200, "enforced", Some(APP)));
}

/// `Cors` was forgotten, or a service hides the handler.
#[tokio::test]
async fn enforce_refuses_without_cors_around() {
    use tower::ServiceExt as _;
    for (origin, status) in [(OTHER, 403), (APP, 200)] {
        let request = http::Request::get("/enforced").header("origin", origin);
        let response = app().oneshot(request.body(axum::body::Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), status);
        assert_eq!(allowed_origin(response.headers()), None);
    }
}

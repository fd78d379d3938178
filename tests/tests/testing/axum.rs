//! The application on axum.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use cors_axum::testing::BrowserExt as _;
use cors_axum::{RouterExt as _, cors};
use cors_browser::Browser;
use cors_tests::apps;
use cors_tests::counters::{ran, watch};
use rocket::tokio::runtime::Builder;
use tower::ServiceExt;

use crate::Open;

pub(crate) fn run(case: impl AsyncFn(&Open<'_>)) {
    let preflight = from_fn(async |request: Request, next: Next| {
        if request.method() == Method::OPTIONS {
            ran("preflight");
        }
        next.run(request).await
    });
    let app = routes().fallback_service(apps::axum::build()).cors().layer(preflight);
    // A server decides how long a body is said to be.
    let app = ServiceExt::<Request>::map_response(app, |mut response: Response| {
        response.headers_mut().remove("content-length");
        response
    });
    let open = |origin: &str| Browser::at(origin).on(&app);
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    watch(|| runtime.block_on(case(&open)));
}

fn routes() -> Router {
    let every = get(echo).post(echo).put(echo).patch(echo).delete(echo);
    let routes = Router::new().route("/echo", every).route("/away", get(away));
    routes.route("/login", post(login)).route("/logout", post(logout))
}

/// Echoes the request.
#[cors(
    origins = ["https://app.example.com"],
    allow_headers = ["content-type", "x-a"],
    expose_headers = ["etag"],
    credentials = true,
    max_age = "10m",
)]
async fn echo(method: Method, uri: Uri, headers: HeaderMap, body: String) -> impl IntoResponse {
    ran("echo");
    let header = |name: &str| headers.get(name).map_or("-", |value| value.to_str().unwrap());
    let (mime, cookie, host, a) = (header("content-type"), header("cookie"), header("host"), header("x-a"));
    let text = format!("{method} {host} {} [{mime}] [{cookie}] [{a}] {body}", uri.path());
    ([("content-type", "text/plain; charset=utf-8"), ("etag", "\"1\""), ("x-total", "7")], text)
}

#[cors(origins = ["https://app.example.com"], credentials = true)]
async fn login() -> impl IntoResponse {
    [("set-cookie", "session=1; Path=/; HttpOnly")]
}

#[cors(origins = ["https://app.example.com"], credentials = true)]
async fn logout() -> impl IntoResponse {
    [("set-cookie", "session=; Path=/; Max-Age=0")]
}

#[cors(origins = ["https://app.example.com"])]
async fn away() -> impl IntoResponse {
    (StatusCode::FOUND, [("location", "https://elsewhere.test/plain")])
}

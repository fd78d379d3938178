//! The application on actix-web.

use actix_web::http::{Method, header};
use actix_web::rt::System;
use actix_web::test::init_service;
use actix_web::web::{Bytes, ServiceConfig};
use actix_web::{App, HttpRequest, HttpResponse, dev::Service as _, get, post, route};
use cors_actix::cors;
use cors_actix::testing::{Browser, BrowserExt as _, FetchResultExt as _};
use cors_tests::apps;
use cors_tests::counters::{ran, watch};

use crate::Open;

pub(crate) fn run(case: impl AsyncFn(&Open<'_>)) {
    let all = async {
        let app = App::new().configure(apps::actix::configure).configure(configure);
        let app = init_service(app.wrap_fn(|request, app| {
            if request.method() == Method::OPTIONS {
                ran("preflight");
            }
            app.call(request)
        }));
        let app = app.await;
        let open = |origin: &str| Browser::at(origin).on(&app);
        case(&open).await;
    };
    watch(|| System::new().block_on(all));
}

fn configure(app: &mut ServiceConfig) {
    app.service(echo).service(login).service(logout).service(away).service(address);
}

/// The application sees scheme and host, for the URLs that it builds.
#[test]
fn an_application_sees_scheme_and_host_of_its_address() {
    run(async |open| {
        let mut page = open("https://app.example.com").served_at("https://app.example.com");
        let text = page.get("/address?a=1").await.expect_readable().text();
        assert_eq!(text, "https://app.example.com/address?a=1");
    });
}

#[get("/address")]
async fn address(request: HttpRequest) -> String {
    request.full_url().to_string()
}

/// Echoes the request.
#[cors(
    origins = ["https://app.example.com"],
    allow_headers = ["content-type", "x-a"],
    expose_headers = ["etag"],
    credentials = true,
    max_age = "10m",
)]
#[route(
    "/echo",
    method = "GET",
    method = "HEAD",
    method = "POST",
    method = "PUT",
    method = "PATCH",
    method = "DELETE"
)]
async fn echo(request: HttpRequest, body: Bytes) -> HttpResponse {
    ran("echo");
    let header = |name| request.headers().get(name).map_or("-", |value| value.to_str().unwrap());
    let (mime, cookie) = (header("content-type"), header("cookie"));
    let body = String::from_utf8_lossy(&body);
    let (method, host, a) = (request.method(), header("host"), header("x-a"));
    let text = format!("{method} {host} {} [{mime}] [{cookie}] [{a}] {body}", request.uri().path());
    let mut response = HttpResponse::Ok();
    response.content_type("text/plain; charset=utf-8");
    response.insert_header((header::ETAG, "\"1\"")).insert_header(("x-total", "7")).body(text)
}

#[cors(origins = ["https://app.example.com"], credentials = true)]
#[post("/login")]
async fn login() -> HttpResponse {
    HttpResponse::Ok().insert_header((header::SET_COOKIE, "session=1; Path=/; HttpOnly")).finish()
}

#[cors(origins = ["https://app.example.com"], credentials = true)]
#[post("/logout")]
async fn logout() -> HttpResponse {
    HttpResponse::Ok().insert_header((header::SET_COOKIE, "session=; Path=/; Max-Age=0")).finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/away")]
async fn away() -> HttpResponse {
    HttpResponse::Found().insert_header((header::LOCATION, "https://elsewhere.test/plain")).finish()
}

//! Middleware of actix-web itself around the whole application.

use std::io::Read as _;

use actix_web::http::{StatusCode, header};
use actix_web::middleware::{
    Compress, Condition, DefaultHeaders, ErrorHandlerResponse, ErrorHandlers, Logger,
};
use actix_web::{App, HttpResponse, get};
use cors_actix::cors;
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::table::{APP, EVIL, cross};
use flate2::read::GzDecoder;

use crate::actix::app;

#[cors(policy = PAGE)]
#[get("/text")]
async fn text() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("text ".repeat(1000))
}

#[cors(policy = PAGE)]
#[get("/translated")]
async fn translated() -> HttpResponse {
    let vary = (header::VARY, "Accept-Language");
    HttpResponse::Ok().insert_header(vary).content_type("text/plain").body("text ".repeat(1000))
}

#[cors(policy = PAGE)]
#[get("/broken")]
async fn broken() -> HttpResponse {
    HttpResponse::InternalServerError().body("inside")
}

#[test]
fn compressed_responses_keep_their_policy() {
    let answer = app!(App::new().service(text).service(translated).wrap(Compress::default()));
    let route = Route::new("GET", "/text").header("accept-encoding", "gzip");
    let response = route.clone().vary(&["accept-encoding"], &[]).check(&answer);
    assert_eq!(response.values("content-encoding").collect::<Vec<_>>(), [b"gzip"]);
    let mut body = String::new();
    GzDecoder::new(response.body.as_slice()).read_to_string(&mut body).unwrap();
    assert_eq!(body, "text ".repeat(1000));
    route.at("/translated").vary(&["accept-encoding", "accept-language"], &[]).check(&answer);
}

#[test]
fn logged_responses_keep_their_policy() {
    let answer = app!(App::new().service(text).wrap(Logger::default()));
    Route::new("GET", "/text").check(answer);
}

#[test]
fn responses_of_several_middlewares_keep_their_policy() {
    let vary = DefaultHeaders::new().add(("x-frame-options", "DENY"));
    let app = App::new().service(text).wrap(Compress::default()).wrap(vary);
    let answer = app!(app.wrap(Condition::new(true, Logger::default())));
    let route = Route::new("GET", "/text").header("accept-encoding", "gzip").vary(&["accept-encoding"], &[]);
    assert_eq!(route.check(answer).values("x-frame-options").count(), 1);
}

/// Such middleware runs after the policy, so its headers are on the responses to refused pages as well.
#[test]
fn default_headers_undo_a_policy() {
    let everybody = DefaultHeaders::new().add((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
    let answer = app!(App::new().service(text).wrap(everybody));
    let lines = |origin| answer(&cross("GET", "/text", origin)).cors_lines();
    assert_eq!(lines(EVIL), ["access-control-allow-origin: *", "vary: Origin"], "the pitfall");
    assert!(lines(APP).contains(&format!("access-control-allow-origin: {APP}")));
}

/// An error page keeps the headers if it replaces only the body.
#[test]
fn error_pages_keep_the_policy_of_the_handler() {
    let page = ErrorHandlers::new().handler(StatusCode::INTERNAL_SERVER_ERROR, |response| {
        let response = response.map_body(|_, _| actix_web::body::BoxBody::new("a page"));
        Ok(ErrorHandlerResponse::Response(response.map_into_right_body()))
    });
    let answer = app!(App::new().service(broken).wrap(page));
    assert_eq!(Route::new("GET", "/broken").status(500).check(answer).body, b"a page");

    let other = ErrorHandlers::<actix_web::body::BoxBody>::new();
    let other = other.handler(StatusCode::INTERNAL_SERVER_ERROR, |response| {
        let response = response.into_response(HttpResponse::InternalServerError().body("a page"));
        Ok(ErrorHandlerResponse::Response(response.map_into_right_body()))
    });
    let answer = app!(App::new().service(broken).wrap(other));
    assert!(answer(&cross("GET", "/broken", APP)).cors_lines().is_empty(), "the pitfall");
}

//! `NormalizePath` changes the path of a preflight as it changes the request's, so both meet the same handler.

use actix_web::middleware::{NormalizePath, TrailingSlash};
use actix_web::{App, HttpResponse, put};
use cors_actix::cors;
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::table::{APP, cross, preflight};
use cors_tests::wire::{Request, Response};

use crate::actix::app;

#[cors(policy = PAGE)]
#[put("/plain/notes")]
async fn plain() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = PAGE)]
#[put("/slash/notes/")]
async fn slash() -> HttpResponse {
    HttpResponse::Ok().finish()
}

fn application(rule: TrailingSlash) -> impl Fn(&Request) -> Response {
    app!(App::new().service(plain).service(slash).wrap(NormalizePath::new(rule)))
}

fn assert_found(answer: impl Fn(&Request) -> Response, paths: &[&'static str]) {
    for path in paths {
        Route::new("PUT", path).check(&answer);
    }
}

/// Checks that neither a preflight nor an actual request finds a route.
fn assert_missing(answer: impl Fn(&Request) -> Response, paths: &[&str]) {
    for path in paths {
        for request in [preflight("PUT", path, APP), cross("PUT", path, APP)] {
            let response = answer(&request);
            assert_eq!((response.status, response.cors_lines()), (404, Vec::<String>::new()), "{path}");
        }
    }
}

#[test]
fn paths_without_their_last_slash_have_their_policy() {
    let answer = application(TrailingSlash::Trim);
    assert_found(&answer, &["/plain/notes", "/plain/notes/", "/plain//notes", "//plain/notes//"]);
    assert_missing(&answer, &["/slash/notes", "/slash/notes/"]);
}

#[test]
fn paths_with_a_last_slash_have_their_policy() {
    let answer = application(TrailingSlash::Always);
    assert_found(&answer, &["/slash/notes", "/slash/notes/", "/slash//notes"]);
    assert_missing(&answer, &["/plain/notes", "/plain/notes/"]);
}

#[test]
fn paths_with_merged_slashes_have_their_policy() {
    let answer = application(TrailingSlash::MergeOnly);
    assert_found(&answer, &["/plain/notes", "/plain//notes", "/slash/notes/", "/slash/notes//"]);
    assert_missing(&answer, &["/plain/notes/", "/slash/notes"]);
}

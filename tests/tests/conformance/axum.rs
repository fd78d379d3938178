//! The rows of the table whose routes axum has as well, in this process.
//!
//! A preflight response lists the requested method alone, and `HEAD` follows `GET`, as on Rocket.

use axum::body::{Body, to_bytes};
use cors_axum::Cors;
use cors_tests::apps::axum::{router, serves};
use cors_tests::counters::watch;
use cors_tests::table::{Case, Expect, Outcome, cases};
use cors_tests::wire::{Request, Response};
use tower_service::Service as _;

use crate::check::{Got, report, wrong};

async fn answer(app: &Cors, request: &Request) -> Response {
    let mut sent = http::Request::builder().method(request.method.as_slice());
    sent = sent.uri(&request.target).header("host", &request.host);
    for (name, value) in &request.headers {
        sent = sent.header(name.as_slice(), value.as_slice());
    }
    let sent = sent.body(Body::from(request.body.clone())).unwrap();
    let (parts, body) = app.clone().call(sent).await.unwrap().into_parts();
    let headers = parts.headers.iter().map(|(name, value)| (name.as_str().into(), value.as_bytes().to_vec()));
    let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Response { status: parts.status.as_u16(), headers: headers.collect(), body }
}

/// Returns what axum has to answer, if the frameworks do the same.
fn expect(case: &Case) -> Option<Expect> {
    let is_here = !case.raw && serves(&case.request.target) && !is_of_two_patterns(case);
    let expect = case.actix.clone().filter(|_| is_here && case.actix == case.rocket)?;
    let outcome = match expect.outcome {
        // The answer of axum for another method of a path that it has.
        Outcome::Status(404) => Outcome::OneOf(&[404, 405]),
        outcome => outcome,
    };
    let requested =
        |(name, _): &&(Vec<u8>, Vec<u8>)| name.eq_ignore_ascii_case(b"access-control-request-method");
    let method = case.request.headers.iter().find(requested).map(|(_, method)| method.as_slice());
    let alone =
        format!("access-control-allow-methods: {}", String::from_utf8_lossy(method.unwrap_or_default()));
    let is_methods = |line: &str| line.starts_with("access-control-allow-methods: ");
    let lines = expect.lines.iter().map(|line| if is_methods(line) { &alone } else { line }.clone());
    Some(Expect { outcome, lines: lines.collect(), ..expect })
}

/// axum does not look at a second pattern for a method that the first does not serve.
fn is_of_two_patterns(case: &Case) -> bool {
    case.desc.starts_with("a method of the dynamic one only")
}

#[test]
fn axum_keeps_the_rules() {
    let app = Cors::new(router());
    let runtime = rocket::tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (mut failed, mut rows) = (Vec::new(), 0);
    for case in cases() {
        let Some(expect) = expect(&case) else { continue };
        rows += 1;
        let (response, ran) = watch(|| runtime.block_on(answer(&app, &case.request)));
        failed.extend(wrong("axum", &case, &expect, &Got::from(response), &ran));
    }
    assert!(rows > 350, "{rows} rows have a form here");
    report(&failed);
}

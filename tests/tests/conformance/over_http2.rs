//! Every case over HTTP/2, compared with the response over HTTP/1.1 from the same server.

use std::io::ErrorKind;

use cors_tests::apps;
use cors_tests::counters::watch;
use cors_tests::framework::Framework;
use cors_tests::server::Server;
use cors_tests::table::{Case, cases};
use cors_tests::wire::{self, Response, http2};

use crate::check::{report, wrong};

#[test]
fn every_case_gets_its_response_on_actix_web() {
    run(Framework::Actix, &Server::actix_with_http2(apps::actix::configure));
}

#[test]
fn every_case_gets_its_response_on_axum() {
    run(Framework::Axum, &Server::axum(apps::axum::build));
}

fn run(framework: Framework, server: &Server) {
    let (mut failed, mut left_out) = (Vec::new(), Vec::new());
    for case in cases() {
        let Ok(expect) = case.expect(framework) else { continue };
        let (answer, ran) = watch(|| http2::send(server.address, &case.request));
        if answer.as_ref().is_err_and(|error| error.kind() == ErrorKind::InvalidInput) {
            left_out.push(case.desc);
            continue;
        }
        let over_http1 = watch(|| wire::send(server.address, &case.request)).0.ok();
        let over_http2 = answer.ok();
        let name = format!("{} over HTTP/2", framework.name());
        failed.extend(wrong(&name, &case, &expect, over_http2.as_ref(), &ran));
        let [over_http1, over_http2] = [over_http1, over_http2].map(|answer| answer.map(comparable));
        if over_http1 != over_http2 {
            failed.push(differ(&case, &over_http1, &over_http2));
        }
    }
    report(&failed);
    let without_a_form = [
        "spaces around the value are no part of it",
        "a control character",
        "a NUL",
        "white space around the value is no part of it",
    ];
    assert_eq!(left_out, without_a_form, "HTTP/2 has no such requests");
}

/// Drops headers that depend on the HTTP version or on the time. Servers promise no order between names. The body shows
/// its length.
fn comparable(mut answer: Response) -> Response {
    let is_its_own =
        |name: &[u8]| [&b"connection"[..], b"content-length", b"date", b"transfer-encoding"].contains(&name);
    answer.headers.iter_mut().for_each(|(name, _)| name.make_ascii_lowercase());
    answer.headers.retain(|(name, _)| !is_its_own(name));
    answer.headers.sort_by(|left, right| left.0.cmp(&right.0));
    answer
}

fn differ(case: &Case, over_http1: &Option<Response>, over_http2: &Option<Response>) -> String {
    format!("{}, {}: {over_http1:?} over HTTP/1.1 and {over_http2:?} over HTTP/2", case.rule, case.desc)
}

//! CORS headers on every outcome of a handler.

use super::no_form::{ANSWERED, DROPPED, NO_CATCHERS, NO_HEAD, NO_MIDDLEWARE};
use super::{APP, Case, EVIL, Outcome, cross, line};
use crate::framework::Framework::{Actix, Axum, Rocket};
use crate::wire::Request;

const RULE: &str = "whatever the handler's outcome, the headers are there";
const ALLOWED: [&str; 2] = [line::APP, line::VARY];

pub(super) fn cases() -> Vec<Case> {
    [handlers(), failures(), framework_specific(), large()].concat()
}

fn handlers() -> Vec<Case> {
    let mut cases = Vec::new();
    for (path, ran, status) in [
        ("/out/created", "created", 201),
        ("/out/no-content", "no-content", 204),
        ("/out/redirect", "redirect", 302),
        ("/out/not-modified", "not-modified", 304),
        ("/out/missing", "missing", 404),
        ("/out/broken", "broken", 500),
        ("/out/err", "err", 418),
        ("/out/stream", "stream", 200),
    ] {
        let case = |request| Case::new(RULE, path, request).status(status).ran(&[ran]);
        cases.push(case(cross("GET", path, APP)).lines(&ALLOWED));
        cases.push(case(cross("GET", path, EVIL)).lines(&[line::VARY]));
        cases.push(case(Request::new("GET", path)).lines(&[line::VARY]));
        cases.push(case(cross("HEAD", path, APP)).lines(&ALLOWED).not_on(Actix, NO_HEAD));
        cases.push(case(cross("HEAD", path, EVIL)).lines(&[line::VARY]).not_on(Actix, NO_HEAD));
    }
    let body = |origin| {
        Case::new("the body stays as it is", "chunks", cross("GET", "/out/stream", origin)).body("abc")
    };
    cases.push(body(APP).lines(&ALLOWED).ran(&["stream"]));
    cases.push(body(EVIL).lines(&[line::VARY]).ran(&["stream"]));
    cases
}

/// Failing extractors of actix-web, and failing guards of Rocket.
fn failures() -> Vec<Case> {
    let guard = |request| Case::new(RULE, "a guard that fails", request).status(401).ran(&["failing-guard"]);
    let number = |request| {
        let case = Case::new(RULE, "a parameter that does not parse", request).status(404);
        case.on_rocket(|expect| expect.status(422))
    };
    let query = |request| {
        let case = Case::new(RULE, "a query that does not parse", request).status(400);
        case.on_rocket(|expect| expect.status(422))
    };
    let mut cases = Vec::new();
    for (origin, lines) in [(APP, &ALLOWED[..]), (EVIL, &ALLOWED[1..])] {
        cases.extend([
            guard(cross("GET", "/out/guard", origin)).lines(lines),
            number(cross("PUT", "/out/number/x", origin)).lines(lines).on_axum(|expect| expect.status(400)),
            query(cross("GET", "/out/query?page=x", origin)).lines(lines),
            body(cross("POST", "/out/text", origin)).lines(lines),
        ]);
    }
    cases.push(guard(Request::new("GET", "/out/guard")).lines(&[line::VARY]));
    cases.push(guard(cross("HEAD", "/out/guard", APP)).lines(&ALLOWED).not_on(Actix, NO_HEAD));
    cases.push(number(cross("PUT", "/out/number/7", APP)).lines(&ALLOWED).status(200).ran(&["number"]));
    cases
}

/// A body that is not UTF-8, for a handler that takes text.
fn body(mut request: Request) -> Case {
    request.body = b"\xff\xfe".to_vec();
    Case::new(RULE, "a body that does not parse", request).status(400)
}

fn large() -> Vec<Case> {
    let mut request = cross("POST", "/out/text", APP);
    request.body = vec![b'a'; 1000];
    let too_large = Case::new(RULE, "a body over the limit", request).status(413).lines(&ALLOWED);
    vec![too_large.on_rocket(|expect| expect.status(400))]
}

fn framework_specific() -> Vec<Case> {
    [panics(), middleware(), catchers()].concat()
}

fn panics() -> Vec<Case> {
    vec![
        Case::new("a panic: Rocket answers 500 with the headers", "allowed", cross("GET", "/out/panic", APP))
            .status(500)
            .lines(&ALLOWED)
            .ran(&["panic"])
            .not_on(Actix, DROPPED)
            .not_on(Axum, DROPPED),
        Case::new(
            "a panic: Rocket answers 500 with the headers",
            "refused",
            cross("GET", "/out/panic", EVIL),
        )
        .status(500)
        .lines(&[line::VARY])
        .ran(&["panic"])
        .not_on(Actix, DROPPED)
        .not_on(Axum, DROPPED),
        Case::new("a panic: actix-web drops the connection", "allowed", cross("GET", "/out/panic", APP))
            .outcome(Outcome::Dropped)
            .ran(&["panic"])
            .not_on(Rocket, ANSWERED),
        Case::new("a panic: the next request works", "allowed", cross("GET", "/plain", APP))
            .lines(&ALLOWED)
            .ran(&["plain"]),
    ]
}

fn middleware() -> Vec<Case> {
    vec![
        Case::new("an Err from middleware inside the route", "allowed", cross("GET", "/out/wrapped", APP))
            .status(503)
            .lines(&ALLOWED)
            .ran(&["middleware"])
            .not_on(Rocket, NO_MIDDLEWARE),
        Case::new("an Err from middleware inside the route", "refused", cross("GET", "/out/wrapped", EVIL))
            .status(503)
            .lines(&[line::VARY])
            .ran(&["middleware"])
            .not_on(Rocket, NO_MIDDLEWARE),
        Case::new("an Err from middleware inside the route", "not CORS", Request::new("GET", "/out/wrapped"))
            .status(503)
            .lines(&[line::VARY])
            .ran(&["middleware"])
            .not_on(Rocket, NO_MIDDLEWARE),
        Case::new(
            "an Err from middleware inside the route",
            "its preflight",
            super::preflight("GET", "/out/wrapped", APP),
        )
        .status(204)
        .lines(&[line::APP, "access-control-allow-methods: GET", line::VARY_PREFLIGHT])
        .not_on(Rocket, NO_MIDDLEWARE),
        Case::new("a response of middleware inside the route", "allowed", cross("GET", "/out/answered", APP))
            .status(401)
            .lines(&ALLOWED)
            .ran(&["middleware"])
            .not_on(Rocket, NO_MIDDLEWARE),
    ]
}

fn catchers() -> Vec<Case> {
    vec![
        Case::new("a catcher of the application's own", "allowed", cross("GET", "/caught/broken", APP))
            .status(500)
            .lines(&ALLOWED)
            .ran(&["broken", "catcher"])
            .not_on(Actix, NO_CATCHERS)
            .not_on(Axum, NO_CATCHERS),
        Case::new("a catcher that changes the status", "allowed", cross("GET", "/caught/guard", APP))
            .status(403)
            .lines(&ALLOWED)
            .ran(&["catcher", "failing-guard"])
            .not_on(Actix, NO_CATCHERS)
            .not_on(Axum, NO_CATCHERS),
        Case::new("a catcher that fails", "allowed", cross("GET", "/caught/missing", APP))
            .status(500)
            .lines(&ALLOWED)
            .ran(&["catcher", "catcher", "missing"])
            .not_on(Actix, NO_CATCHERS)
            .not_on(Axum, NO_CATCHERS),
        Case::new(
            "a catcher where no annotated route was",
            "not found",
            cross("GET", "/caught/nowhere", APP),
        )
        .status(500)
        .ran(&["catcher", "catcher"])
        .not_on(Actix, NO_CATCHERS)
        .not_on(Axum, NO_CATCHERS),
    ]
}

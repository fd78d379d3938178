//! No text of a request is logged verbatim: each line is printable ASCII, and each part is cut to a maximum length.

use std::panic::{AssertUnwindSafe, catch_unwind};

use log::LevelFilter;

use crate::collector::{logged, logged_by_all};
use crate::{Application, actix, axum, rocket};

/// Headers that an application writes on every response: more names than a policy knows.
pub(crate) const NAMES: [&str; 12] = [
    "access-control-allow-origin",
    "access-control-allow-credentials",
    "access-control-allow-methods",
    "access-control-allow-headers",
    "access-control-expose-headers",
    "access-control-max-age",
    "access-control-x-1",
    "access-control-x-2",
    "access-control-x-3",
    "access-control-x-4",
    "access-control-x-5",
    "access-control-x-6",
];

/// Returns a predicate's error that repeats text of the request, and ends its line.
pub(crate) fn error(said: Option<&str>) -> String {
    format!("no tenant {}\r\n2026-01-01 ERROR all is lost\u{7}", said.unwrap_or_default())
}

/// Control characters of terminals, other line ends, characters that change the writing direction, and other non-ASCII
/// text.
const PARTS: [&str; 8] =
    ["\u{9b}31m", "\u{85}", "\u{2028}", "\u{2029}", "\u{202e}", "\u{feff}", "\u{e9}", "\u{1f600}"];

/// Returns texts for a request: all parts at once, each alone, and a very long one.
fn texts() -> Vec<String> {
    let long = |part: &str| part.repeat(9000 / part.len());
    let mut texts = vec![PARTS.concat(), long(&PARTS.concat()), long("a")];
    texts.extend(PARTS.map(str::to_owned));
    texts
}

/// Sends every request that is logged, with `text` wherever the line could repeat it.
fn send(application: &impl Application, text: &str) {
    let evil = format!("https://evil.example/{text}");
    let in_url = application.in_url(text);
    let path = |start: &str| format!("{start}?{in_url}");
    let app = ("origin", "https://app.example.com");
    let (origin, said) = (("origin", evil.as_str()), ("x-said", text));
    let asks = |method| ("access-control-request-method", method);
    let names = ("access-control-request-headers", text);
    application.request("PUT", &path("/users"), &[origin, said]);
    application.request("OPTIONS", &path("/users"), &[origin, asks("PUT"), names]);
    application.request(
        "OPTIONS",
        &path("/users"),
        &[app, asks("PUT"), ("access-control-request-headers", "x-b")],
    );
    application.request("OPTIONS", &path("/users"), &[app, asks(text), names]);
    application.request("DELETE", &path("/left-out"), &[app, said]);
    application.request("OPTIONS", &path("/left-out"), &[app, asks("DELETE")]);
    application.request("POST", &path("/enforced"), &[origin, said]);
    application.request("POST", &path("/enforced"), &[("host", text), ("sec-fetch-site", text), said]);
    application.request("GET", &path("/panics"), &[app, said]);
    application.request("GET", &path("/fails"), &[app, said]);
    application.request("GET", &path("/fails-late"), &[app, said]);
    let nowhere = format!("/nosuch/{in_url}");
    application.request("GET", &nowhere, &[app, said]);
    application.request("PUT", &nowhere, &[origin, said]);
    application.request("OPTIONS", &nowhere, &[origin, asks("PUT")]);
    application.request("OPTIONS", &nowhere, &[app, asks(text)]);
}

fn check(lines: &[String], kinds: &[&str]) {
    for line in lines {
        let is_plain = |c: char| c == '…' || c == ' ' || c.is_ascii_graphic();
        assert!(line.chars().all(is_plain), "{line:?}");
        // Each part of a request is cut after 128 bytes, each of which takes at most four characters.
        assert!(line.len() < 4096, "{} bytes: {line}", line.len());
    }
    for kind in kinds {
        assert!(lines.iter().any(|line| line.contains(kind)), "no `{kind}` in {lines:#?}");
    }
}

/// A part of each kind of line.
const KINDS: [&str; 9] = [
    "cannot read PUT /users",
    "refused the preflight for PUT /users",
    "browser will block PUT /users",
    "methods does not list DELETE",
    "refused POST /enforced",
    "a predicate panicked",
    "a predicate failed",
    "cannot read PUT /nosuch/",
    "refused the preflight for PUT /nosuch/",
];

#[test]
fn actix_shows_no_text_of_a_request_as_it_came() {
    for text in texts() {
        let application = actix::with_headers_everywhere();
        let lines = logged(LevelFilter::Debug, || send(&application, &text));
        check(&lines, &KINDS);
        check(&lines, &["WARN the default policy: removed `access-control-", " and 4 more, which"]);
        let application = actix::behind_authentication();
        let unanswered = format!("/nosuch/{}", application.in_url(&text));
        let ask = [("origin", "https://app.example.com"), ("access-control-request-method", "PUT")];
        let lines = logged(LevelFilter::Debug, || application.request("OPTIONS", &unanswered, &ask));
        check(&lines, &["no handler with #[cors] answers it"]);
    }
}

#[test]
fn rocket_shows_no_text_of_a_request_as_it_came() {
    let mut all = Vec::new();
    for text in texts() {
        let application = rocket::with_headers_everywhere();
        let lines = logged_by_all(LevelFilter::Debug, || send(&application, &text));
        check(&lines, &KINDS);
        check(&lines, &["WARN the default policy: removed `access-control-"]);
        all.extend(lines);
    }
    // Once for each route, by the first request.
    check(&all, &["WARN /users: removed `access-control-", " more, which"]);
}

#[test]
fn axum_shows_no_text_of_a_request_as_it_came() {
    for text in texts() {
        let application = axum::with_headers_everywhere();
        let mut all = logged(LevelFilter::Debug, || send(&application, &text));
        let vague = format!("/vague?{}", application.in_url(&text));
        let ask = |origin| [("origin", origin), ("access-control-request-method", "PUT")];
        let evil = format!("https://evil.example/{text}");
        all.extend(logged(LevelFilter::Debug, || application.request("OPTIONS", &vague, &ask(&evil))));
        check(&all, &KINDS);
        check(&all, &["takes any method", "WARN the default policy: removed `access-control-"]);
    }
}

/// Each application logs the reason, and does not start.
#[test]
fn what_enforces_nothing_is_told_at_the_start() {
    let why = "refuses nothing, since its policy allows any origin; list the origins, or leave out `enforce`";
    for (start, route) in [
        (actix::enforced_in_vain as fn(), "/in-vain"),
        (rocket::enforced_in_vain, "/in-vain"),
        (axum::enforced_in_vain, "in_vain"),
    ] {
        let lines = logged(LevelFilter::Error, || {
            assert!(catch_unwind(AssertUnwindSafe(start)).is_err(), "{route} starts");
        });
        assert_eq!(lines, [format!("ERROR `enforce` on {route} {why}")]);
    }
}

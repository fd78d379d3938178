//! Axum's answers to the cases, which say those of actix-web and Rocket.
//!
//! A preflight response lists the requested method alone, `HEAD` follows `GET` as on Rocket, and a path that is there
//! answers 405 for a method that it does not serve.

use super::{Case, Expect, Outcome};

/// The cases without a form on axum: a rule, the case if it is not all of them, and the reason.
pub const WITHOUT_A_FORM: &[(&str, Option<&str>, &str)] = &[
    ("a module gives its keys to every route between its braces", None, NO_MODULES),
    ("the route attribute gives the methods", Some("one of one's own"), NO_OWN_METHODS),
    ("the route attribute gives the methods", Some("one of one's own, actual"), NO_OWN_METHODS),
    ("the route attribute gives the methods", Some("one of one's own in lower case"), NO_OWN_METHODS),
    ("the route attribute gives the methods", Some("a scope by attribute"), NO_SCOPES),
    ("the route attribute gives the methods", Some("a scope by attribute, actual"), NO_SCOPES),
    ("a form's `_method` changes the method", None, NO_FORM_METHOD),
    ("a form's `_method` is no preflight", None, NO_FORM_METHOD),
    ("a panic: Rocket answers 500 with the headers", None, "a panic closes the connection, as on actix-web"),
    ("a catcher of the application's own", None, NO_CATCHERS),
    ("a catcher that changes the status", None, NO_CATCHERS),
    ("a catcher that fails", None, NO_CATCHERS),
    ("a catcher where no annotated route was", None, NO_CATCHERS),
    (
        "a default policy outside of it has the headers, and answers the preflights that it refuses",
        None,
        SEES_NO_PREFLIGHT,
    ),
    (
        "SkipPreflight lets the preflights of annotated routes pass, and no other request",
        None,
        SEES_NO_PREFLIGHT,
    ),
    (
        "what middleware around the route puts in the place of its response has no headers",
        Some("/around/replaces-default/inside"),
        SEES_NO_PREFLIGHT,
    ),
    (
        "a guard of a scope sees preflights, which have none of the page's headers, and another method",
        None,
        NO_GUARDS,
    ),
    (
        "a guard of a scope that lets OPTIONS pass leaves preflights to the handlers of that scope",
        None,
        NO_GUARDS,
    ),
    (
        "a guard of the route attribute is routing: not evaluated for preflights, and before `enforce`",
        None,
        NO_GUARDS,
    ),
    ("a forwarding route: the last route tried decides, its own policy if none is", None, NO_FORWARDING),
    (
        "HEAD follows GET on Rocket unless a route of its own serves it",
        Some("its own forwards to nobody: its policy stays"),
        NO_FORWARDING,
    ),
    (
        "the first route for the requested method decides, OPTIONS included",
        Some("the first forwards to an annotated one, which cannot allow it any more"),
        NO_FORWARDING,
    ),
    (
        "static parts of a query keep Rocket's routes apart in preflights, too",
        None,
        "a query is no part of a route",
    ),
];

const NO_MODULES: &str =
    "there is no `#[cors] mod`, since nothing in a module says which functions are handlers";
const NO_OWN_METHODS: &str = "a router knows no methods but the common ones";
const NO_SCOPES: &str = "there is no scope by attribute";
const NO_FORM_METHOD: &str = "the method is always that of the request line";
const NO_CATCHERS: &str = "there are no catchers";
const SEES_NO_PREFLIGHT: &str =
    "a layer inside of `Cors` sees no preflight, and a layer outside decides none";
const NO_GUARDS: &str = "there are no guards";
const NO_FORWARDING: &str = "a handler cannot forward";

/// Returns what axum answers to a case, or why the case has no form there.
pub fn on_axum(case: &Case) -> Result<Expect, &'static str> {
    let is_this =
        |row: &&(&str, Option<&str>, &str)| row.0 == case.rule && row.1.is_none_or(|desc| desc == case.desc);
    if let Some((_, _, reason)) = WITHOUT_A_FORM.iter().find(is_this) {
        return Err(reason);
    }
    let (first, second) = match is_as_on_rocket(case) {
        true => (&case.rocket, &case.actix),
        false => (&case.actix, &case.rocket),
    };
    let expect = first.as_ref().or(second.as_ref()).cloned().ok_or("it is a case of no framework")?;
    Ok(own(case, with_requested_method(case, expect)))
}

/// `HEAD` follows `GET`, and a neighbour without annotation is seen.
fn is_as_on_rocket(case: &Case) -> bool {
    let method = requested_method(case).unwrap_or(&case.request.method);
    method == b"HEAD" || case.request.target == "/people/me"
}

/// Changes what only axum does.
fn own(case: &Case, expect: Expect) -> Expect {
    let closed = |status| expect.clone().status(status).lines::<&str>(&[]).ran(&[]);
    match (case.rule, case.desc) {
        // It does not look at a second pattern for a method that the first does not serve.
        (_, "a method of the dynamic one only" | "a method of the dynamic one only, actual") => closed(405),
        (_, "a parameter that does not parse") if case.request.method == b"PUT" && expect.ran.is_empty() => {
            expect.status(400)
        }
        // A route for `GET` serves `HEAD` as well, so a policy can be for `HEAD` alone.
        ("HEAD follows GET on Rocket, where the policy's methods say GET", "HEAD alone, preflight") => expect
            .status(204)
            .lines(&[super::line::APP, "access-control-allow-methods: HEAD", super::line::VARY_PREFLIGHT]),
        ("HEAD follows GET on Rocket, where the policy's methods say GET", "HEAD alone, actual") => {
            expect.lines(&[super::line::APP, super::line::VARY])
        }
        // A preflight is refused by the handler that would get the request.
        _ if expect.outcome == Outcome::Status(404) && is_excluded(case) => closed(403),
        // The answer for another method of a path that is there.
        _ if expect.outcome == Outcome::Status(404) && expect.ran.is_empty() => {
            Expect { outcome: Outcome::OneOf(&[404, 405]), ..expect }
        }
        _ => expect,
    }
}

/// Reports whether a preflight is for a handler whose methods leave out the requested one, or names others behind it.
fn is_excluded(case: &Case) -> bool {
    let leaving_out =
        ["/left", "/named/some", "/named/everyone-some", "/named/bound", "/judged/left", "/enforced/left"];
    let is_left_out = leaving_out.iter().any(|start| case.request.target.starts_with(start));
    let has_several = case.desc.starts_with("two ") && requested_method(case) == Some(b"PUT");
    requested_method(case).is_some() && (is_left_out || has_several)
}

fn with_requested_method(case: &Case, expect: Expect) -> Expect {
    let method = String::from_utf8_lossy(requested_method(case).unwrap_or_default());
    let alone = format!("access-control-allow-methods: {method}");
    let is_methods = |line: &str| line.starts_with("access-control-allow-methods: ");
    let lines = expect.lines.iter().map(|line| if is_methods(line) { &alone } else { line }.clone());
    Expect { lines: lines.collect(), ..expect }
}

fn requested_method(case: &Case) -> Option<&[u8]> {
    let requested =
        |(name, _): &&(Vec<u8>, Vec<u8>)| name.eq_ignore_ascii_case(b"access-control-request-method");
    case.request.headers.iter().find(requested).map(|(_, method)| method.trim_ascii())
}

//! Routes without `#[cors]` beside annotated ones.

use super::no_form::{NO_FORWARDING, NO_HEAD, NO_QUERIES};
use super::{ADMIN, APP, Case, EVIL, cross, line, preflight};
use crate::framework::Framework::{Actix, Axum};
use crate::wire::Request;

pub(super) fn cases() -> Vec<Case> {
    [bare(), segments(), raw_paths(), forwards(), heads(), queries(), options()].concat()
}

fn bare() -> Vec<Case> {
    const RULE: &str = "a route without annotation is left alone";
    vec![
        Case::new(RULE, "actual", cross("GET", "/bare", APP)).ran(&["bare"]),
        Case::new(RULE, "not CORS", Request::new("GET", "/bare")).ran(&["bare"]),
        Case::new(RULE, "preflight", preflight("GET", "/bare", APP)).status(404),
        Case::new(RULE, "another method of an annotated path: preflight", preflight("DELETE", "/zero", APP))
            .status(404),
        Case::new(RULE, "another method of an annotated path: actual", cross("DELETE", "/zero", APP))
            .ran(&["bare-delete"]),
        Case::new(RULE, "the annotated one beside it", cross("PUT", "/zero", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["zero"]),
    ]
}

fn segments() -> Vec<Case> {
    const RULE: &str = "`/people/me` without annotation beside an annotated `/people/{id}`";
    const REMEDY: &str = "`/teams/mine` of same_origin beside an annotated `/teams/{id}`";
    vec![
        Case::new(
            RULE,
            "preflight: Rocket is exact, actix-web cannot see the bare route",
            preflight("PUT", "/people/me", APP),
        )
        .status(204)
        .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT])
        .on_rocket(|expect| expect.status(404).lines::<&str>(&[]))
        .closed_on_axum(404),
        Case::new(RULE, "actual", cross("PUT", "/people/me", APP)).ran(&["bare-me"]),
        Case::new(RULE, "the annotated one: preflight", preflight("PUT", "/people/7", APP))
            .status(204)
            .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT]),
        Case::new(RULE, "the annotated one: actual", cross("PUT", "/people/7", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["person"]),
        Case::new(REMEDY, "preflight", preflight("PUT", "/teams/mine", APP)).status(403),
        Case::new(REMEDY, "actual", cross("PUT", "/teams/mine", APP)).ran(&["my-team"]),
        Case::new(REMEDY, "the annotated one: preflight", preflight("PUT", "/teams/7", APP))
            .status(204)
            .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT]),
    ]
}

/// CVE-2020-25032 and CVE-2019-18978: the policy is that of the matched route, whatever the spelling of the path.
fn raw_paths() -> Vec<Case> {
    const RULE: &str = "the policy is that of the matched route (AT-26)";
    let dots = |desc, path| {
        let case = Case::new(RULE, desc, cross("GET", path, EVIL)).raw();
        // In actix-web the dots are a segment like any other, so this is `/public/{tail}`. Rocket rejects them.
        case.lines(&[line::ANY]).ran(&["public"])
    };
    vec![
        Case::new(RULE, "private", cross("GET", "/private", EVIL)).ran(&["private"]),
        Case::new(RULE, "public", cross("GET", "/public/a/b", EVIL)).lines(&[line::ANY]).ran(&["public"]),
        dots("dots", "/public/../private"),
        dots("encoded dots", "/public/%2e%2e/private"),
        Case::new(RULE, "case", cross("GET", "/Public/a", EVIL)).status(404),
        Case::new(RULE, "trailing slash", cross("GET", "/plain/", APP))
            .status(404)
            .on_rocket(|expect| expect.status(200).lines(&[line::APP, line::VARY]).ran(&["plain"])),
        Case::new(RULE, "query", cross("GET", "/plain?x=/any", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["plain"]),
        Case::new(RULE, "query on a preflight", preflight("PUT", "/plain-put?x=/any", APP))
            .status(204)
            .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT]),
    ]
}

/// On Rocket a policy applies if its route is the last one that was tried.
fn forwards() -> Vec<Case> {
    const RULE: &str = "a forwarding route: the last route tried decides, its own policy if none is";
    let case = |desc, request| {
        Case::new(RULE, desc, request).not_on(Actix, NO_FORWARDING).not_on(Axum, NO_FORWARDING)
    };
    vec![
        case("to an annotated one", cross("GET", "/forward/annotated", ADMIN))
            .lines(&[line::ADMIN, line::VARY])
            .ran(&["forward", "forwarded"]),
        case("to an annotated one, the first's origin", cross("GET", "/forward/annotated", APP))
            .lines(&[line::VARY])
            .ran(&["forward", "forwarded"]),
        case("to one without annotation", cross("GET", "/forward/bare", APP)).ran(&["bare", "forward"]),
        case("to nobody", cross("GET", "/forward/nobody", APP))
            .status(404)
            .lines(&[line::APP, line::VARY])
            .ran(&["forward"]),
        case("to nobody, refused", cross("GET", "/forward/nobody", EVIL))
            .status(404)
            .lines(&[line::VARY])
            .ran(&["forward"]),
        case("from one without annotation to an annotated one", cross("GET", "/forward/from-bare", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["forward", "forwarded"]),
        case("the first in rank order decides a preflight", preflight("GET", "/forward/annotated", APP))
            .status(204)
            .lines(&[line::APP, "access-control-allow-methods: GET, HEAD", line::VARY_PREFLIGHT]),
        case("the first is not annotated", preflight("GET", "/forward/from-bare", APP)).status(404),
        case("parameter types: the first decides, parsed or not", preflight("PUT", "/typed/x", APP))
            .status(204)
            .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT]),
        case("parameter types: the second answers the actual one", cross("PUT", "/typed/x", ADMIN))
            .lines(&[line::ADMIN, line::VARY])
            .ran(&["typed-text"]),
    ]
}

/// A `HEAD` request tries `HEAD` routes before `GET` routes.
fn heads() -> Vec<Case> {
    const RULE: &str = "HEAD follows GET on Rocket unless a route of its own serves it";
    let case = |desc, request| Case::new(RULE, desc, request).not_on(Actix, NO_HEAD);
    let get = "access-control-allow-methods: GET, HEAD";
    vec![
        case("its own without annotation: preflight", preflight("HEAD", "/heads/bare", APP)).status(404),
        case("its own without annotation: actual", cross("HEAD", "/heads/bare", APP)).ran(&["bare-head"]),
        case("GET beside it", preflight("GET", "/heads/bare", APP)).status(204).lines(&[
            line::APP,
            get,
            line::VARY_PREFLIGHT,
        ]),
        case("its own with a policy: preflight", preflight("HEAD", "/heads/own", ADMIN))
            .status(204)
            .lines(&[line::ADMIN, "access-control-allow-methods: HEAD", line::VARY_PREFLIGHT]),
        case("its own with a policy: GET's origin", preflight("HEAD", "/heads/own", APP))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
        case("its own with a policy: actual", cross("HEAD", "/heads/own", ADMIN))
            .lines(&[line::ADMIN, line::VARY])
            .ran(&["own-head"]),
        case("its own forwards to nobody: its policy stays", cross("HEAD", "/heads/forward", APP))
            .status(404)
            .lines(&[line::APP, line::VARY])
            .ran(&["forward"])
            .not_on(Axum, NO_FORWARDING),
        case("its own forwards to GET without annotation", cross("HEAD", "/heads/forward-to-get", APP))
            .ran(&["bare-get", "forward"])
            .not_on(Axum, NO_FORWARDING),
    ]
}

fn queries() -> Vec<Case> {
    const RULE: &str = "static parts of a query keep Rocket's routes apart in preflights, too";
    let case =
        |desc, request| Case::new(RULE, desc, request).not_on(Actix, NO_QUERIES).not_on(Axum, NO_QUERIES);
    vec![
        case("the static one", preflight("PUT", "/query?kind=a", ADMIN)).status(204).lines(&[
            line::ADMIN,
            line::PUT,
            line::VARY_PREFLIGHT,
        ]),
        case("the static one, actual", cross("PUT", "/query?kind=a", ADMIN))
            .lines(&[line::ADMIN, line::VARY])
            .ran(&["kind-a"]),
        case("the other", preflight("PUT", "/query?kind=b", APP)).status(204).lines(&[
            line::APP,
            line::PUT,
            line::VARY_PREFLIGHT,
        ]),
        case("the other, without a query", preflight("PUT", "/query", APP)).status(204).lines(&[
            line::APP,
            line::PUT,
            line::VARY_PREFLIGHT,
        ]),
        case("the other, actual", cross("PUT", "/query?kind=b", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["kind"]),
    ]
}

/// `OPTIONS` routes of the application, the first without `#[cors]`.
fn options() -> Vec<Case> {
    const RULE: &str = "the first route for the requested method decides, OPTIONS included";
    let case = |desc, path| Case::new(RULE, desc, preflight("OPTIONS", path, APP));
    vec![
        case("the first answers", "/first-options/bare").ran(&["bare-options"]),
        case("the first forwards to an annotated one, which does not run", "/first-options/forward")
            .status(404)
            .lines(&[line::VARY_PREFLIGHT])
            .ran(&["forward"])
            .not_on(Actix, NO_FORWARDING)
            .not_on(Axum, NO_FORWARDING),
    ]
}

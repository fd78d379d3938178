//! Actual requests, and requests that are not CORS.

use super::{ADMIN, APP, Case, EVIL, cross, line};
use crate::wire::Request;

const EXPOSE: &str = "access-control-expose-headers: etag, x-total";

pub(super) fn cases() -> Vec<Case> {
    [lists(), wildcards(), any_origin(), heads(), same_origin(), scopes()].concat()
}

fn lists() -> Vec<Case> {
    const ALLOWED: &str = "actual, origin allowed: the handler runs, the headers are as the policy says";
    const REFUSED: &str = "actual, origin not allowed: the handler runs, no CORS header";
    const NOT_CORS: &str = "not CORS, a list: no CORS header";
    let full =
        |desc, origin: &str| Case::new(ALLOWED, desc, cross("GET", "/list", origin)).ran(&["guard", "list"]);
    let refused = |desc, origin: &str| {
        Case::new(REFUSED, desc, cross("GET", "/list", origin)).lines(&[line::VARY]).ran(&["guard", "list"])
    };
    vec![
        full("the first", APP).lines(&[line::APP, line::CREDENTIALS, EXPOSE, line::VARY]),
        full("the second", ADMIN).lines(&[line::ADMIN, line::CREDENTIALS, EXPOSE, line::VARY]),
        full("the third", "http://localhost:3000").lines(&[
            "access-control-allow-origin: http://localhost:3000",
            line::CREDENTIALS,
            EXPOSE,
            line::VARY,
        ]),
        refused("a stranger", EVIL),
        refused("null", "null"),
        refused("another scheme", "http://app.example.com"),
        refused("another port", "https://app.example.com:8443"),
        refused("one's scheme and port with another's host", "http://app.example.com:3000"),
        Case::new(ALLOWED, "without credentials and exposed headers", cross("GET", "/plain", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["plain"]),
        Case::new(REFUSED, "without credentials", cross("GET", "/plain", EVIL))
            .lines(&[line::VARY])
            .ran(&["plain"]),
        Case::new(NOT_CORS, "with credentials", Request::new("GET", "/list"))
            .lines(&[line::VARY])
            .ran(&["guard", "list"]),
        Case::new(NOT_CORS, "without credentials", Request::new("GET", "/plain"))
            .lines(&[line::VARY])
            .ran(&["plain"]),
    ]
}

fn wildcards() -> Vec<Case> {
    const RULE: &str = "Access-Control-Allow-Origin is the request's origin where a pattern matches";
    let allowed = |path: &'static str, origin: &str| {
        let line = format!("access-control-allow-origin: {origin}");
        let ran = &path[1..];
        Case::new(RULE, "allowed", cross("GET", path, origin)).lines(&[&line, line::VARY]).ran(&[ran])
    };
    let refused = |path: &'static str, origin: &str| {
        Case::new(RULE, "refused", cross("GET", path, origin)).lines(&[line::VARY]).ran(&[&path[1..]])
    };
    vec![
        allowed("/subdomains", "https://a.example.com"),
        allowed("/subdomains", "https://a.b.example.com"),
        refused("/subdomains", "https://example.com"),
        refused("/subdomains", "https://evil-example.com"),
        refused("/subdomains", "https://a.example.com:8443"),
        refused("/subdomains", "http://a.example.com"),
        refused("/subdomains", "https://.example.com"),
        refused("/subdomains", "https://A.example.com"),
        allowed("/subdomains", "https://foo-.example.com"),
        allowed("/subdomains", "https://-a.b-.example.com"),
        refused("/subdomains", "https://xn--a.example.com"),
        refused("/subdomains", "https://a!.example.com"),
        allowed("/ports", "http://localhost"),
        allowed("/ports", "http://localhost:1"),
        allowed("/ports", "http://localhost:65535"),
        allowed("/ports", "http://localhost:443"),
        refused("/ports", "http://localhost:80"),
        refused("/ports", "http://localhost:65536"),
        refused("/ports", "http://localhost:0"),
        refused("/ports", "http://localhost:"),
        refused("/ports", "http://a.localhost"),
        refused("/ports", "https://localhost"),
    ]
}

fn any_origin() -> Vec<Case> {
    const RULE: &str = "an any-origin policy says `*` and what it exposes to everybody, and no Vary";
    let case = |desc, request| {
        Case::new(RULE, desc, request).lines(&[line::ANY, "access-control-expose-headers: etag"])
    };
    vec![
        case("not CORS", Request::new("GET", "/any")).ran(&["any"]),
        case("a stranger", cross("GET", "/any", EVIL)).ran(&["any"]),
        case("null", cross("GET", "/any", "null")).ran(&["any"]),
        case("not CORS, PUT", Request::new("PUT", "/any")).ran(&["any-put"]),
        Case::new(RULE, "exposing everything", cross("POST", "/any-header", EVIL))
            .lines(&[line::ANY, "access-control-expose-headers: *"])
            .ran(&["any-header"]),
    ]
}

fn heads() -> Vec<Case> {
    const RULE: &str = "HEAD gets what GET gets, without the body";
    vec![
        Case::new(RULE, "allowed", cross("HEAD", "/head", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["head"]),
        Case::new(RULE, "refused", cross("HEAD", "/head", EVIL)).lines(&[line::VARY]).ran(&["head"]),
        Case::new(RULE, "not CORS", Request::new("HEAD", "/head")).lines(&[line::VARY]).ran(&["head"]),
        Case::new(RULE, "where actix-web serves GET alone", cross("HEAD", "/plain", APP))
            .status(404)
            .on_rocket(|expect| expect.status(200).lines(&[line::APP, line::VARY]).ran(&["plain"])),
    ]
}

fn same_origin() -> Vec<Case> {
    const RULE: &str = "same_origin: no CORS header ever, its preflight is refused with 403, no Vary";
    vec![
        Case::new(RULE, "actual", cross("GET", "/own", APP)).ran(&["own"]),
        Case::new(RULE, "not CORS", Request::new("GET", "/own")).ran(&["own"]),
        Case::new(RULE, "actual PUT", cross("PUT", "/own", APP)).ran(&["own-put"]),
        Case::new(RULE, "preflight", super::preflight("PUT", "/own", APP)).status(403),
        Case::new(RULE, "preflight from null", super::preflight("PUT", "/own", "null")).status(403),
        Case::new(RULE, "preflight for another method", super::preflight("DELETE", "/own", APP)).status(404),
    ]
}

fn scopes() -> Vec<Case> {
    const RULE: &str = "scopes and mount bases are part of the path";
    vec![
        Case::new(RULE, "preflight", super::preflight("PUT", "/api/v1/item", APP)).status(204).lines(&[
            line::APP,
            line::PUT,
            line::VARY_PREFLIGHT,
        ]),
        Case::new(RULE, "actual", cross("PUT", "/api/v1/item", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["item"]),
        Case::new(RULE, "the same handler name elsewhere", super::preflight("PUT", "/api/v2/item", ADMIN))
            .status(204)
            .lines(&[line::ADMIN, line::PUT, line::VARY_PREFLIGHT]),
        Case::new(RULE, "not there", super::preflight("PUT", "/item", APP)).status(404),
        Case::new(RULE, "a base with a parameter", super::preflight("PUT", "/tenants/7/item", APP))
            .status(204)
            .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT]),
        Case::new(RULE, "a base with a parameter, actual", cross("PUT", "/tenants/7/item", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["item"]),
    ]
}

//! The key `enforce`: the order of its checks, and proof that no code runs for a refused request.

use super::{APP, Case, EVIL, cross, line, preflight};
use crate::wire::Request;

pub(super) fn cases() -> Vec<Case> {
    [
        sites(),
        origins(),
        hosts(),
        default_ports(),
        safe_methods(),
        all_methods(),
        preflights(),
        left_out(),
        forms(),
    ]
    .concat()
}

/// The header lines of a refusal, whose body is empty.
const REFUSED: [&str; 2] = ["cache-control: no-store", "vary: Origin, Sec-Fetch-Site"];
/// The header lines of a `PUT` from an allowed origin.
const ALLOWED: [&str; 4] = [line::APP, line::CREDENTIALS, "access-control-expose-headers: etag", line::VARY];
const FORM: &str = "application/x-www-form-urlencoded";

fn put() -> Request {
    Request::new("PUT", "/enforced/unsafe")
}

fn passes(rule: &'static str, desc: &'static str, request: Request) -> Case {
    Case::new(rule, desc, request).lines(&[line::VARY]).ran(&["guard", "put"])
}

fn refused(rule: &'static str, desc: &'static str, request: Request) -> Case {
    Case::new(rule, desc, request).status(403).lines(&REFUSED)
}

fn sites() -> Vec<Case> {
    const SAME: &str = "what the browser says to be of the same origin or the user's doing passes";
    const OTHER: &str = "anything else in Sec-Fetch-Site is refused, unless the origin is allowed";
    let site = |request: Request, site: &str| request.header("Sec-Fetch-Site", site);
    let mut cases = Vec::new();
    for same in ["same-origin", "none"] {
        cases.extend([
            passes(SAME, "no Origin", site(put(), same)),
            passes(SAME, "null, as of a form without a referrer", site(put().header("Origin", "null"), same)),
            passes(SAME, "an origin that is not allowed", site(put().header("Origin", EVIL), same)),
        ]);
    }
    for other in ["same-site", "cross-site", "Same-Origin", "none, none", "", "x"] {
        cases.extend([
            refused(OTHER, "no Origin", site(put(), other)),
            refused(OTHER, "null", site(put().header("Origin", "null"), other)),
            refused(OTHER, "an origin that is not allowed", site(put().header("Origin", EVIL), other)),
            refused(OTHER, "the host's own", site(put().header("Origin", "http://test"), other)),
            Case::new(OTHER, "allowed", site(cross("PUT", "/enforced/unsafe", APP), other))
                .lines(&ALLOWED)
                .ran(&["guard", "put"]),
        ]);
    }
    cases.extend([
        refused(OTHER, "two equal lines", site(site(put(), "same-origin"), "same-origin")),
        refused(OTHER, "two lines", site(site(put(), "none"), "cross-site")),
        refused(
            OTHER,
            "not UTF-8",
            put().header("Sec-Fetch-Site", b"same-origin\xff").header("Origin", EVIL),
        )
        .raw(),
    ]);
    cases
}

fn origins() -> Vec<Case> {
    const RULE: &str = "without Sec-Fetch-Site the origin decides";
    let from = |origin: &str| cross("PUT", "/enforced/unsafe", origin);
    vec![
        Case::new(RULE, "allowed", from(APP)).lines(&ALLOWED).ran(&["guard", "put"]),
        passes(RULE, "none, so no browser", put()),
        refused(RULE, "not allowed", from(EVIL)),
        refused(RULE, "null", from("null")),
        refused(RULE, "empty", from("")),
        refused(RULE, "two lines", from(APP).header("Origin", APP)),
        refused(RULE, "no origin", from("test")),
        refused(RULE, "DELETE", cross("DELETE", "/enforced/unsafe", EVIL)),
        Case::new(RULE, "DELETE, allowed", cross("DELETE", "/enforced/unsafe", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["delete", "guard"]),
        Case::new(RULE, "a route for its own origin", cross("PUT", "/enforced/own", APP))
            .status(403)
            .lines(&REFUSED),
        Case::new(
            RULE,
            "a route for its own origin, of this host",
            cross("PUT", "/enforced/own", "http://test"),
        )
        .ran(&["own"]),
        Case::new(RULE, "a refusal has none of the handler's headers", cross("PUT", "/enforced/vary", EVIL))
            .status(403)
            .lines(&REFUSED),
        Case::new(RULE, "the handler's headers stay", cross("PUT", "/enforced/vary", APP))
            .lines(&[line::APP, "vary: sec-fetch-site", line::VARY])
            .ran(&["vary"]),
    ]
}

fn hosts() -> Vec<Case> {
    const RULE: &str = "without Sec-Fetch-Site an origin whose host and port are those of Host passes";
    let at = |host: &str, origin: &str| cross("PUT", "/enforced/unsafe", origin).host(host);
    vec![
        passes(RULE, "http", at("test", "http://test")),
        passes(RULE, "https", at("test", "https://test")),
        passes(RULE, "another case of Host", at("TEST", "https://test")),
        passes(RULE, "with a port", at("test:8443", "https://test:8443")),
        passes(RULE, "an address", at("127.0.0.1:80", "http://127.0.0.1:80")),
        passes(RULE, "an IPv6 address", at("[::1]", "http://[::1]")),
        passes(RULE, "an IPv6 address with a port", at("[::1]:8080", "http://[::1]:8080")),
        refused(RULE, "another port", at("test:8443", "https://test:8444")),
        refused(RULE, "a port on one side", at("test", "https://test:8443")),
        refused(RULE, "a port on the other side", at("test:8443", "https://test")),
        refused(RULE, "an IPv6 address and a port", at("[::1]:8080", "http://[::1]")),
        refused(RULE, "a host that ends alike", at("test", "https://evil-test")),
        refused(RULE, "a host that begins alike", at("test", "https://test.evil.example")),
        refused(RULE, "a scheme that is not HTTP's", at("test", "tauri://test")),
        refused(RULE, "a scheme in upper case", at("test", "HTTP://test")),
        refused(RULE, "null", at("null", "null")),
        refused(RULE, "a user name in Host", at("user@test", "http://test")),
        refused(RULE, "a user name in both", at("user@test", "http://user@test")),
    ]
}

fn default_ports() -> Vec<Case> {
    const RULE: &str = "a port that is missing or empty in Host is the default one of the origin's scheme";
    let at = |host: &str, origin: &str| cross("PUT", "/enforced/unsafe", origin).host(host);
    vec![
        passes(RULE, "http", at("test:80", "http://test")),
        passes(RULE, "https", at("test:443", "https://test")),
        passes(RULE, "another case of Host", at("TeSt:443", "https://test")),
        passes(RULE, "empty, http", at("test:", "http://test")),
        passes(RULE, "empty, https", at("test:", "https://test")),
        passes(RULE, "an IPv6 address", at("[::1]:80", "http://[::1]")),
        refused(RULE, "that of https, after http", at("test:443", "http://test")),
        refused(RULE, "that of http, after https", at("test:80", "https://test")),
        refused(RULE, "empty, and another port", at("test:", "http://test:8080")),
        refused(RULE, "that of http, and another port", at("test:80", "http://test:8080")),
        refused(RULE, "one that begins alike", at("test:800", "http://test")),
        refused(RULE, "another host", at("other:80", "http://test")),
    ]
}

fn safe_methods() -> Vec<Case> {
    const RULE: &str = "`unsafe_methods` lets GET, HEAD and OPTIONS pass, without CORS headers";
    let get = |method, origin: &str| {
        cross(method, "/enforced/unsafe", origin).header("Sec-Fetch-Site", "cross-site")
    };
    vec![
        Case::new(RULE, "GET", get("GET", EVIL)).lines(&[line::VARY]).ran(&["guard", "read"]),
        Case::new(RULE, "GET of null", get("GET", "null")).lines(&[line::VARY]).ran(&["guard", "read"]),
        Case::new(RULE, "GET, allowed", get("GET", APP)).lines(&ALLOWED).ran(&["guard", "read"]),
        Case::new(RULE, "HEAD", get("HEAD", EVIL))
            .status(404)
            .on_rocket(|expect| expect.status(200).lines(&[line::VARY]).ran(&["guard", "read"])),
        Case::new(RULE, "OPTIONS, which nobody serves", get("OPTIONS", EVIL)).status(404),
    ]
}

fn all_methods() -> Vec<Case> {
    const RULE: &str = "`all_methods` refuses GET, HEAD and OPTIONS, too";
    let of = |method, origin: &str| cross(method, "/enforced/all", origin);
    vec![
        refused(RULE, "GET", of("GET", EVIL)),
        refused(RULE, "GET without Origin, as of an image", Request::new("GET", "/enforced/all"))
            .also("Sec-Fetch-Site", "cross-site"),
        Case::new(RULE, "GET of no browser", Request::new("GET", "/enforced/all"))
            .lines(&[line::VARY])
            .ran(&["guard", "read"]),
        Case::new(RULE, "GET of the user", Request::new("GET", "/enforced/all"))
            .also("Sec-Fetch-Site", "none")
            .lines(&[line::VARY])
            .ran(&["guard", "read"]),
        Case::new(RULE, "GET, allowed", of("GET", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["guard", "read"]),
        Case::new(RULE, "HEAD", of("HEAD", EVIL))
            .status(404)
            .lines::<&str>(&[])
            .on_rocket(|expect| expect.status(403).lines(&REFUSED)),
        Case::new(RULE, "HEAD, allowed", of("HEAD", APP))
            .status(404)
            .lines::<&str>(&[])
            .on_rocket(|expect| expect.status(200).lines(&[line::APP, line::VARY]).ran(&["guard", "read"])),
        refused(RULE, "OPTIONS that is no preflight", of("OPTIONS", EVIL)),
        Case::new(RULE, "OPTIONS that is no preflight, allowed", of("OPTIONS", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["guard", "options"]),
        refused(RULE, "POST with a body, which nobody reads", of("POST", EVIL)).sending(b"body"),
        refused(RULE, "POST with a body that is too long for an extractor", of("POST", EVIL))
            .sending(&[b'a'; 600]),
        Case::new(RULE, "POST, allowed", of("POST", APP))
            .lines(&[line::APP, line::VARY])
            .sending(b"body")
            .body("body")
            .ran(&["guard", "post"]),
    ]
}

fn preflights() -> Vec<Case> {
    const RULE: &str = "preflights are answered as without the key";
    let mut cases = Vec::new();
    for path in ["/enforced/unsafe", "/enforced/all"] {
        let method = if path == "/enforced/all" { "POST" } else { "DELETE" };
        let methods = format!("access-control-allow-methods: {method}");
        for site in ["cross-site", "same-origin"] {
            cases.extend([
                Case::new(RULE, "allowed", preflight(method, path, APP))
                    .also("Sec-Fetch-Site", site)
                    .status(204)
                    .lines(&[line::APP, &methods, line::VARY_PREFLIGHT]),
                Case::new(RULE, "refused", preflight(method, path, EVIL))
                    .also("Sec-Fetch-Site", site)
                    .status(403)
                    .lines(&[line::VARY_PREFLIGHT]),
            ]);
        }
    }
    cases
}

fn left_out() -> Vec<Case> {
    const RULE: &str = "a method that is left out is refused to every other origin";
    let left = || Request::new("PUT", "/enforced/left");
    vec![
        refused(RULE, "an origin that is allowed elsewhere", left().header("Origin", APP)),
        refused(RULE, "no Origin", left().header("Sec-Fetch-Site", "cross-site")),
        Case::new(RULE, "of the same origin", left().header("Sec-Fetch-Site", "same-origin")).ran(&["left"]),
        Case::new(RULE, "of this host", left().header("Origin", "http://test")).ran(&["left"]),
        Case::new(RULE, "of no browser", left()).ran(&["left"]),
        Case::new(RULE, "no preflight answer", preflight("PUT", "/enforced/left", APP))
            .status(404)
            .closed_on_axum(403),
    ]
}

/// Forms are sent without a preflight, and Rocket takes the method from their field `_method`.
fn forms() -> Vec<Case> {
    const RULE: &str = "a form of another site cannot reach a handler that refuses it";
    let form = |desc, request: Request, body: &[u8]| {
        Case::new(RULE, desc, request.header("Content-Type", FORM)).sending(body)
    };
    let post = |path| Request::new("POST", path);
    let mut cases = vec![
        form("POST", post("/enforced/all").header("Origin", EVIL), b"a=1").status(403).lines(&REFUSED),
        form("POST of null", post("/enforced/all").header("Origin", "null"), b"a=1")
            .also("Sec-Fetch-Site", "cross-site")
            .status(403)
            .lines(&REFUSED),
    ];
    for method in ["delete", "put", "DELETE"] {
        let body = format!("_method={method}&a=1");
        for request in [
            post("/enforced/unsafe").header("Origin", EVIL).header("Sec-Fetch-Site", "cross-site"),
            post("/enforced/unsafe").header("Origin", EVIL),
            post("/enforced/unsafe").header("Sec-Fetch-Site", "same-site"),
            post("/enforced/unsafe").header("Origin", "null"),
        ] {
            cases.push(
                form("`_method`", request, body.as_bytes())
                    .status(404)
                    .on_rocket(|expect| expect.status(403).lines(&REFUSED)),
            );
        }
    }
    let own = post("/enforced/unsafe").header("Origin", "null").header("Sec-Fetch-Site", "same-origin");
    cases.push(
        form("a form of one's own can", own, b"_method=delete&a=1")
            .status(404)
            .on_rocket(|expect| expect.status(200).lines(&[line::VARY]).ran(&["delete", "guard"])),
    );
    cases
}

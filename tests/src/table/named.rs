//! Named policies, and constants in lists.

use super::no_form::ONE_METHOD;
use super::{ADMIN, APP, Case, EVIL, cross, line, preflight};
use crate::framework::Framework::Rocket;
use crate::wire::Request;

pub(super) fn cases() -> Vec<Case> {
    [literals(), public(), replaced(), at_run_time(), constants(), methods(), heads()].concat()
}

const ALLOW_A: &str = "access-control-allow-headers: x-a";
const ETAG: &str = "access-control-expose-headers: etag";

/// Returns the header line for an allowed origin.
fn allow(origin: &str) -> String {
    format!("access-control-allow-origin: {origin}")
}

fn literals() -> Vec<Case> {
    const RULE: &str = "a policy with a name decides as the same keys in the attribute";
    let mut cases = vec![
        Case::new(RULE, "refused", cross("PUT", "/named/static", EVIL)).lines(&[line::VARY]).ran(&["static"]),
        Case::new(RULE, "not CORS", Request::new("PUT", "/named/static"))
            .lines(&[line::VARY])
            .ran(&["static"]),
        Case::new(RULE, "preflight, refused", preflight("PUT", "/named/static", EVIL))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
        Case::new(RULE, "no method of the route", preflight("DELETE", "/named/static", APP)).status(404),
        Case::new(RULE, "`Policy::SAME_ORIGIN`", cross("PUT", "/named/own", APP)).ran(&["own"]),
        Case::new(RULE, "`Policy::SAME_ORIGIN`, preflight", preflight("PUT", "/named/own", APP)).status(403),
    ];
    for origin in [APP, "https://b.example", "https://staging.example.com", "https://x.preview.example.com"] {
        cases.extend([
            Case::new(RULE, "allowed", cross("PUT", "/named/static", origin))
                .lines(&[&allow(origin), line::CREDENTIALS, line::VARY])
                .ran(&["static"]),
            Case::new(RULE, "preflight", preflight("PUT", "/named/static", origin)).status(204).lines(&[
                &allow(origin),
                line::CREDENTIALS,
                line::PUT,
                ALLOW_A,
                "access-control-max-age: 600",
                line::VARY_PREFLIGHT,
            ]),
        ]);
    }
    cases
}

fn public() -> Vec<Case> {
    const RULE: &str = "`Policy::PUBLIC` lets every page send and read everything, without credentials";
    const HEADERS: &str = "access-control-allow-headers: *, authorization";
    const EXPOSED: &str = "access-control-expose-headers: *";
    let mut cases = vec![
        Case::new(RULE, "not CORS", Request::new("PUT", "/named/everyone"))
            .lines(&[line::ANY, EXPOSED])
            .ran(&["everyone"]),
        Case::new(RULE, "no method of the route", preflight("DELETE", "/named/everyone", APP)).status(404),
        Case::new(RULE, "a method that is left out", preflight("PUT", "/named/everyone-some", APP))
            .status(404)
            .not_on(Rocket, ONE_METHOD)
            .closed_on_axum(403),
        Case::new(RULE, "a method that is left out, actual", cross("PUT", "/named/everyone-some", APP))
            .ran(&["some"])
            .not_on(Rocket, ONE_METHOD),
        Case::new(RULE, "a method that is left", cross("GET", "/named/everyone-some", APP))
            .lines(&[line::ANY, EXPOSED])
            .ran(&["some"])
            .not_on(Rocket, ONE_METHOD),
    ];
    for origin in [APP, EVIL, "null"] {
        cases.extend([
            Case::new(RULE, "actual", cross("PUT", "/named/everyone", origin))
                .lines(&[line::ANY, EXPOSED])
                .ran(&["everyone"]),
            Case::new(RULE, "preflight", preflight("PUT", "/named/everyone", origin)).status(204).lines(&[
                line::ANY,
                line::PUT,
                HEADERS,
            ]),
        ]);
    }
    cases
}

fn replaced() -> Vec<Case> {
    const RULE: &str = "`policy!(..OTHER, …)` replaces key by key, and keeps the other keys";
    vec![
        Case::new(RULE, "allowed", cross("PUT", "/named/const", APP))
            .lines(&[line::APP, ETAG, line::VARY])
            .ran(&["const"]),
        Case::new(RULE, "refused", cross("PUT", "/named/const", EVIL)).lines(&[line::VARY]).ran(&["const"]),
        Case::new(RULE, "preflight", preflight("PUT", "/named/const", APP)).status(204).lines(&[
            line::APP,
            line::PUT,
            ALLOW_A,
            "access-control-max-age: 0",
            line::VARY_PREFLIGHT,
        ]),
        Case::new(RULE, "of one of these, any origin", cross("PUT", "/named/public", EVIL))
            .lines(&[line::ANY, ETAG])
            .ran(&["public"]),
        Case::new(RULE, "of one of these, preflight", preflight("PUT", "/named/public", EVIL))
            .status(204)
            .lines(&[line::ANY, line::PUT, ALLOW_A, "access-control-max-age: 0"]),
    ]
}

fn at_run_time() -> Vec<Case> {
    const RULE: &str = "a policy that is made at run time decides as a literal one";
    let mut cases = Vec::new();
    for (path, ran) in [("/named/lazy", "lazy"), ("/named/function", "function")] {
        for origin in ["https://tenant.example", "https://a.tenant.example"] {
            let case = |desc, request| Case::new(RULE, desc, request);
            cases.extend([
                case("allowed", cross("PUT", path, origin))
                    .lines(&[&allow(origin), line::CREDENTIALS, line::VARY])
                    .ran(&[ran]),
                case("preflight", preflight("PUT", path, origin)).status(204).lines(&[
                    &allow(origin),
                    line::CREDENTIALS,
                    line::PUT,
                    ALLOW_A,
                    line::VARY_PREFLIGHT,
                ]),
            ]);
        }
        cases.push(Case::new(RULE, "refused", cross("PUT", path, APP)).lines(&[line::VARY]).ran(&[ran]));
        let refused = Case::new(RULE, "preflight, refused", preflight("PUT", path, APP));
        cases.push(refused.status(403).lines(&[line::VARY_PREFLIGHT]));
    }
    const LIVE: &str = "of a policy that can be replaced the one that is there decides";
    cases.extend([
        Case::new(LIVE, "allowed", cross("PUT", "/named/live", APP))
            .lines(&[line::APP, ETAG, line::VARY])
            .ran(&["live"]),
        Case::new(LIVE, "preflight", preflight("PUT", "/named/live", APP)).status(204).lines(&[
            line::APP,
            line::PUT,
            line::VARY_PREFLIGHT,
        ]),
        Case::new(LIVE, "refused", preflight("PUT", "/named/live", EVIL))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
    ]);
    cases
}

fn constants() -> Vec<Case> {
    const RULE: &str = "constants and `env!` are elements like literals";
    let case = |origin: &'static str| Case::new(RULE, origin, cross("PUT", "/named/constants", origin));
    let allowed = |origin: &'static str| {
        case(origin).lines(&[&allow(origin), line::CREDENTIALS, line::VARY]).ran(&["constants"])
    };
    vec![
        allowed(APP),
        allowed("https://b.example"),
        allowed("https://staging.example.com"),
        case(ADMIN).lines(&[line::VARY]).ran(&["constants"]),
        case("https://app.example.com:8443").lines(&[line::VARY]).ran(&["constants"]),
    ]
}

fn methods() -> Vec<Case> {
    const KEY: &str = "`methods` beside a named policy leaves out methods of the route";
    const BOUND: &str = "what the methods of a policy leave out is same-origin only";
    vec![
        Case::new(KEY, "all that the route serves", cross("PUT", "/named/all", APP))
            .lines(&[line::APP, line::CREDENTIALS, line::VARY])
            .ran(&["all"]),
        Case::new(KEY, "a listed one", cross("PUT", "/named/some", APP))
            .lines(&[line::APP, line::CREDENTIALS, line::VARY])
            .ran(&["some"])
            .not_on(Rocket, ONE_METHOD),
        Case::new(KEY, "no other", cross("GET", "/named/some", APP))
            .ran(&["some"])
            .not_on(Rocket, ONE_METHOD),
        Case::new(KEY, "no other, preflight", preflight("GET", "/named/some", APP))
            .status(404)
            .not_on(Rocket, ONE_METHOD)
            .closed_on_axum(403),
        Case::new(BOUND, "no preflight answer", preflight("PUT", "/named/bound", APP))
            .status(404)
            .closed_on_axum(403),
        Case::new(BOUND, "no preflight answer to others", preflight("PUT", "/named/bound", EVIL))
            .status(404)
            .closed_on_axum(403),
        Case::new(BOUND, "no headers", cross("PUT", "/named/bound", APP)).ran(&["left"]),
        Case::new(BOUND, "no headers, not CORS", Request::new("PUT", "/named/bound")).ran(&["left"]),
        Case::new(BOUND, "one that is left", cross("GET", "/named/bound", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["bound"]),
    ]
}

fn heads() -> Vec<Case> {
    const RULE: &str = "HEAD follows GET on Rocket, where the policy's methods say GET";
    const GET: &str = "access-control-allow-methods: GET";
    const GET_HEAD: &str = "access-control-allow-methods: GET, HEAD";
    vec![
        Case::new(RULE, "HEAD", cross("HEAD", "/named/bound", APP))
            .ran(&["bound"])
            .on_rocket(|expect| expect.lines(&[line::APP, line::VARY])),
        Case::new(RULE, "preflight for HEAD", preflight("HEAD", "/named/bound", APP))
            .status(404)
            .on_rocket(|expect| expect.status(204).lines(&[line::APP, GET_HEAD, line::VARY_PREFLIGHT])),
        Case::new(RULE, "preflight for GET", preflight("GET", "/named/bound", APP))
            .status(204)
            .lines(&[line::APP, GET, line::VARY_PREFLIGHT])
            .on_rocket(|expect| expect.lines(&[line::APP, GET_HEAD, line::VARY_PREFLIGHT])),
        Case::new(RULE, "HEAD alone is not GET", cross("GET", "/named/head", APP)).ran(&["bound"]),
        Case::new(RULE, "HEAD alone, preflight", preflight("HEAD", "/named/head", APP))
            .status(404)
            // A route for `GET` serves `HEAD` as well, so a policy can be for `HEAD` alone.
            .on_axum(|expect| expect.status(204).lines(&[line::APP, GET, line::VARY_PREFLIGHT])),
        Case::new(RULE, "HEAD alone, actual", cross("HEAD", "/named/head", APP))
            .ran(&["bound"])
            .on_actix(|expect| expect.status(404).ran(&[]))
            .on_axum(|expect| expect.lines(&[line::APP, line::VARY])),
    ]
}

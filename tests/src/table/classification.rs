//! The kinds of requests: not CORS, preflight or actual.

use super::{APP, Case, EVIL, Outcome, cross, line, preflight};
use crate::wire::Request;

pub(super) fn cases() -> Vec<Case> {
    [by_the_headers(), plain_options(), annotated_options(), requested_method()].concat()
}

fn by_the_headers() -> Vec<Case> {
    const NOT_CORS: &str = "no Origin: not CORS";
    const ACTUAL: &str = "any other request with Origin is actual";
    vec![
        Case::new(NOT_CORS, "GET", Request::new("GET", "/list")).lines(&[line::VARY]).ran(&["guard", "list"]),
        Case::new(
            NOT_CORS,
            "GET with a requested method",
            Request::new("GET", "/list").header("Access-Control-Request-Method", "GET"),
        )
        .lines(&[line::VARY])
        .ran(&["guard", "list"]),
        Case::new(
            ACTUAL,
            "GET with a requested method",
            cross("GET", "/plain", APP).header("Access-Control-Request-Method", "GET"),
        )
        .lines(&[line::APP, line::VARY])
        .ran(&["plain"]),
        Case::new(ACTUAL, "POST", cross("POST", "/items", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["items"]),
        Case::new(ACTUAL, "PUT", cross("PUT", "/zero", APP)).lines(&[line::APP, line::VARY]).ran(&["zero"]),
        Case::new(
            "OPTIONS with Origin and a requested method is a preflight",
            "PUT",
            preflight("PUT", "/plain-put", APP),
        )
        .status(204)
        .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT]),
    ]
}

const PLAIN: &str = "a plain OPTIONS is not a preflight and reaches what the user registered";

fn plain_options() -> Vec<Case> {
    let requested = |request: Request| request.header("Access-Control-Request-Method", "PUT");
    vec![
        Case::new(PLAIN, "nothing registered", Request::new("OPTIONS", "/plain-put")).status(404),
        Case::new(PLAIN, "nothing registered, Origin", cross("OPTIONS", "/plain-put", APP)).status(404),
        Case::new(PLAIN, "no headers", Request::new("OPTIONS", "/options")).ran(&["bare-options"]),
        Case::new(PLAIN, "Origin alone", cross("OPTIONS", "/options", APP)).ran(&["bare-options"]),
        Case::new(PLAIN, "a requested method alone", requested(Request::new("OPTIONS", "/options")))
            .ran(&["bare-options"]),
        Case::new(
            PLAIN,
            "while the preflight of the same path is answered",
            preflight("PUT", "/options", APP),
        )
        .status(204)
        .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT]),
        Case::new(
            PLAIN,
            "a preflight for what nobody serves reaches it, too",
            preflight("DELETE", "/options", APP),
        )
        .ran(&["bare-options"]),
    ]
}

fn annotated_options() -> Vec<Case> {
    vec![
        Case::new(PLAIN, "annotated: Origin alone", cross("OPTIONS", "/own-options", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["own-options"]),
        Case::new(PLAIN, "annotated: refused", cross("OPTIONS", "/own-options", EVIL))
            .lines(&[line::VARY])
            .ran(&["own-options"]),
        Case::new(PLAIN, "annotated: no headers", Request::new("OPTIONS", "/own-options"))
            .lines(&[line::VARY])
            .ran(&["own-options"]),
        Case::new(PLAIN, "annotated: another handler's preflight", preflight("PUT", "/own-options", APP))
            .status(204)
            .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT]),
        Case::new(
            PLAIN,
            "annotated: a preflight for what nobody serves",
            preflight("DELETE", "/own-options", APP),
        )
        .status(404)
        .on_rocket(|expect| expect.lines(&[line::VARY]))
        .closed_on_axum(403),
        Case::new(
            PLAIN,
            "annotated: the refused preflight of OPTIONS itself",
            preflight("OPTIONS", "/own-options", EVIL),
        )
        .status(403)
        .lines(&[line::VARY_PREFLIGHT]),
        Case::new(
            PLAIN,
            "annotated: the preflight of OPTIONS itself",
            preflight("OPTIONS", "/own-options", APP),
        )
        .status(204)
        .lines(&[line::APP, "access-control-allow-methods: OPTIONS", line::VARY_PREFLIGHT]),
    ]
}

fn requested_method() -> Vec<Case> {
    const RULE: &str = "the requested method is one line and compared byte for byte";
    let unserved =
        |desc, method: &[u8]| Case::new(RULE, desc, preflight(method, "/plain-put", APP)).status(404);
    let two = |first: &str, second: &str| {
        preflight(first, "/plain-put", APP).header("Access-Control-Request-Method", second)
    };
    let long = "PUT".repeat(1000);
    vec![
        unserved("lower case", b"put"),
        unserved("mixed case", b"Put"),
        unserved("empty", b""),
        unserved("a part", b"PU"),
        unserved("with more behind", b"PUTS"),
        unserved("a list", b"PUT, PUT"),
        unserved("`*`", b"*"),
        unserved("over-long", long.as_bytes()),
        unserved("not UTF-8", b"PUT\xff").raw(),
        Case::new(RULE, "spaces around the value are no part of it", preflight("  PUT ", "/plain-put", APP))
            .status(204)
            .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT])
            .raw(),
        Case::new(RULE, "two equal lines", two("PUT", "PUT")).status(404),
        Case::new(RULE, "two lines", two("PUT", "GET")).status(404),
        Case::new(RULE, "two lines, the other first", two("GET", "PUT")).status(404),
        Case::new(RULE, "a control character", preflight("PU\x01T", "/plain-put", APP))
            .outcome(Outcome::OneOf(&[400, 404]))
            .raw(),
        Case::new(
            RULE,
            "two lines, any origin",
            preflight("PUT", "/any", APP).header("Access-Control-Request-Method", "PUT"),
        )
        .status(404),
        Case::new(RULE, "all methods at once", preflight("GET, HEAD", "/any", APP)).status(404),
        Case::new(RULE, "lower case, any origin", preflight("put", "/any", APP)).status(404),
    ]
}

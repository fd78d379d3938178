//! Removal of `Access-Control-*` headers that handlers set themselves.

use super::no_form::ONE_METHOD;
use super::{APP, Case, EVIL, cross, line, preflight};
use crate::framework::Framework::Rocket;
use crate::wire::Request;

const RULE: &str = "every Access-Control-* header that inner layers set is removed";

pub(super) fn cases() -> Vec<Case> {
    [removed(), left_out()].concat()
}

/// The handlers set every such header, some twice, including `Access-Control-Allow-Private-Network`.
fn removed() -> Vec<Case> {
    vec![
        Case::new(RULE, "allowed", cross("GET", "/stray/list", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["stray"]),
        Case::new(RULE, "refused", cross("GET", "/stray/list", EVIL)).lines(&[line::VARY]).ran(&["stray"]),
        Case::new(RULE, "not CORS", Request::new("GET", "/stray/list")).lines(&[line::VARY]).ran(&["stray"]),
        Case::new(RULE, "any origin", cross("GET", "/stray/any", EVIL)).lines(&[line::ANY]).ran(&["stray"]),
        Case::new(RULE, "any origin, not CORS", Request::new("GET", "/stray/any"))
            .lines(&[line::ANY])
            .ran(&["stray"]),
        Case::new(RULE, "same_origin", cross("GET", "/stray/own", APP)).ran(&["stray"]),
        Case::new(RULE, "same_origin, not CORS", Request::new("GET", "/stray/own")).ran(&["stray"]),
        Case::new(RULE, "an error", cross("GET", "/stray/err", EVIL))
            .status(418)
            .lines(&[line::VARY])
            .ran(&["stray"]),
        Case::new(RULE, "a left-out method", cross("PUT", "/stray/left", APP)).ran(&["stray"]),
        Case::new(RULE, "a served method beside it", cross("GET", "/stray/left", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["stray"]),
        Case::new("without annotation they stay", "bare", cross("GET", "/stray/bare", APP))
            .lines(&["access-control-allow-origin: *"])
            .ran(&["stray"]),
    ]
}

fn left_out() -> Vec<Case> {
    const RULE: &str = "a method that `methods` leaves out is same-origin only";
    vec![
        Case::new(RULE, "no preflight answer", preflight("PUT", "/left", APP))
            .status(404)
            .not_on(Rocket, ONE_METHOD)
            .closed_on_axum(403),
        Case::new(RULE, "a preflight answer for the others", preflight("POST", "/left", APP))
            .status(204)
            .lines(&[line::APP, "access-control-allow-methods: GET, POST", line::VARY_PREFLIGHT])
            .not_on(Rocket, ONE_METHOD),
        Case::new(RULE, "no CORS headers", cross("PUT", "/left", APP))
            .ran(&["left"])
            .not_on(Rocket, ONE_METHOD),
        Case::new(RULE, "no CORS headers, not CORS", Request::new("PUT", "/left"))
            .ran(&["left"])
            .not_on(Rocket, ONE_METHOD),
        Case::new(RULE, "CORS headers for the others", cross("GET", "/left", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["left"])
            .not_on(Rocket, ONE_METHOD),
        Case::new(RULE, "any origin", cross("PUT", "/left-any", APP))
            .ran(&["left"])
            .not_on(Rocket, ONE_METHOD),
        Case::new(RULE, "any origin, no preflight answer", preflight("PUT", "/left-any", APP))
            .status(404)
            .not_on(Rocket, ONE_METHOD)
            .closed_on_axum(403),
    ]
}

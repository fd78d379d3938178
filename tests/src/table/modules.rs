//! The keys of a module, at every place where a route can be in it.

use super::no_form::NO_MODULES;
use super::{APP, Case, EVIL, cross, line, preflight};
use crate::apps::places::PLACES;
use crate::framework::Framework::Axum;
use crate::wire::Request;

pub(super) fn cases() -> Vec<Case> {
    PLACES.into_iter().flat_map(of_place).collect()
}

fn of_place(place: &'static str) -> [Case; 4] {
    const RULE: &str = "a module gives its keys to every route between its braces";
    let path = &format!("/modules/{place}");
    let case = |request: Request| Case::new(RULE, place, request).not_on(Axum, NO_MODULES);
    let refused = |request: Request| {
        case(request).status(403).lines(&["cache-control: no-store", "vary: Origin, Sec-Fetch-Site"])
    };
    [
        refused(cross("POST", path, "https://evil.test").header("Sec-Fetch-Site", "cross-site")),
        refused(cross("POST", path, EVIL)),
        case(cross("POST", path, APP)).lines(&[line::APP, line::VARY]).ran(&[place]),
        case(preflight("POST", path, APP)).status(204).lines(&[line::APP, line::POST, line::VARY_PREFLIGHT]),
    ]
}

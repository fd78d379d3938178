//! Merging of `Vary`.

use super::no_form::ONE_METHOD;
use super::{APP, Case, EVIL, cross, line};
use crate::framework::Framework::Rocket;
use crate::wire::Request;

pub(super) fn cases() -> Vec<Case> {
    [merged(), everywhere()].concat()
}

fn merged() -> Vec<Case> {
    const RULE: &str = "the handler's own Vary survives, nothing is repeated, `*` stays";
    let mut cases = Vec::new();
    for (path, ran, lines) in [
        ("/vary/two", "two", &["vary: Accept-Encoding", "vary: Accept-Language", "vary: Origin"][..]),
        ("/vary/shout", "shout", &["vary: ORIGIN"]),
        ("/vary/star", "star", &["vary: *"]),
        ("/vary/listed", "listed", &["vary: Accept, origin,Cookie"]),
        ("/vary/alike", "alike", &["vary: Origin-Agent, X-Origin", "vary: Origin"]),
    ] {
        let case = |request| Case::new(RULE, path, request).ran(&[ran]);
        cases.push(case(cross("GET", path, EVIL)).lines(lines));
        cases.push(case(Request::new("GET", path)).lines(lines));
        cases.push(case(cross("GET", path, APP)).lines(&[&[line::APP], lines].concat()));
    }
    cases
}

fn everywhere() -> Vec<Case> {
    const NONE: &str = "responses that never depend on Origin get no Vary from us";
    vec![
        Case::new(NONE, "any origin, the handler's own stays", cross("GET", "/vary/any", EVIL))
            .lines(&[line::ANY, "vary: Accept"])
            .ran(&["vary-any"]),
        Case::new(NONE, "any origin, not CORS", Request::new("GET", "/vary/any"))
            .lines(&[line::ANY, "vary: Accept"])
            .ran(&["vary-any"]),
        Case::new(NONE, "same_origin, the handler's own stays", cross("GET", "/vary/own", APP))
            .lines(&["vary: Accept"])
            .ran(&["vary-own"]),
        Case::new(NONE, "a route without annotation", cross("GET", "/bare", APP)).ran(&["bare"]),
        Case::new(NONE, "a left-out method", cross("PUT", "/left", APP))
            .ran(&["left"])
            .not_on(Rocket, ONE_METHOD),
        Case::new(NONE, "no route at all", cross("GET", "/nowhere", APP)).status(404),
    ]
}

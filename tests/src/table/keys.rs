//! Peculiarities of single keys.

use super::no_form::{NO_FORM_METHOD, NO_OWN_METHODS, NO_SCOPES};
use super::{ADMIN, APP, Case, EVIL, cross, line, preflight};
use crate::framework::Framework::{Actix, Axum, Rocket};

pub(super) fn cases() -> Vec<Case> {
    [conditions(), dangers(), methods(), bodies()].concat()
}

fn conditions() -> Vec<Case> {
    const RULE: &str =
        "an element with `#[cfg]` counts where the condition holds; an emptied list allows nobody";
    vec![
        Case::new(RULE, "without a condition", cross("GET", "/cfg", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["cfg"]),
        Case::new(RULE, "a condition that holds", cross("GET", "/cfg", ADMIN))
            .lines(&[line::ADMIN, line::VARY])
            .ran(&["cfg"]),
        Case::new(RULE, "one that does not", cross("GET", "/cfg", EVIL)).lines(&[line::VARY]).ran(&["cfg"]),
        Case::new(RULE, "an emptied list", cross("PUT", "/cfg", EVIL))
            .lines(&[line::VARY])
            .ran(&["cfg-empty"]),
        Case::new(RULE, "an emptied list, preflight", preflight("PUT", "/cfg", EVIL))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
    ]
}

fn dangers() -> Vec<Case> {
    const RULE: &str = "dangers that are taken knowingly";
    let allowed = |origin: &'static str| {
        let line = format!("access-control-allow-origin: {origin}");
        Case::new(RULE, origin, cross("GET", "/dangers", origin))
            .lines(&[&line, line::VARY])
            .ran(&["dangers"])
    };
    vec![
        allowed("null"),
        allowed("https://somebody.github.io"),
        Case::new(RULE, "no other case of null", cross("GET", "/dangers", "NULL"))
            .lines(&[line::VARY])
            .ran(&["dangers"]),
        Case::new(RULE, "null on a preflight", preflight("GET", "/dangers", "null"))
            .status(204)
            .lines(&[
                "access-control-allow-origin: null",
                "access-control-allow-methods: GET",
                line::VARY_PREFLIGHT,
            ])
            .on_rocket(|expect| {
                let methods = "access-control-allow-methods: GET, HEAD";
                expect.lines(&["access-control-allow-origin: null", methods, line::VARY_PREFLIGHT])
            }),
        Case::new(RULE, "http with credentials", cross("PUT", "/dangers", "http://plain.example.com"))
            .lines(&["access-control-allow-origin: http://plain.example.com", line::CREDENTIALS, line::VARY])
            .ran(&["insecure"]),
    ]
}

const THE_ROUTE_GIVES_THE_METHODS: &str = "the route attribute gives the methods";

fn allowed(methods: &str) -> [String; 3] {
    [
        line::APP.to_owned(),
        format!("access-control-allow-methods: {methods}"),
        line::VARY_PREFLIGHT.to_owned(),
    ]
}

/// Methods beyond those that every framework has.
fn methods() -> Vec<Case> {
    const RULE: &str = THE_ROUTE_GIVES_THE_METHODS;
    let cases = vec![
        Case::new(RULE, "PATCH", preflight("PATCH", "/patch", APP)).status(204).lines(&allowed("PATCH")),
        Case::new(RULE, "PATCH, actual", cross("PATCH", "/patch", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["patch"]),
        Case::new(RULE, "HEAD alone", preflight("HEAD", "/head-alone", APP))
            .status(204)
            .lines(&allowed("HEAD")),
        Case::new(RULE, "HEAD alone, actual", cross("HEAD", "/head-alone", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["head-alone"]),
        Case::new(RULE, "HEAD alone is not GET", preflight("GET", "/head-alone", APP)).status(404),
    ];
    [cases, own_methods()].concat()
}

/// Methods and scopes of actix-web alone.
fn own_methods() -> Vec<Case> {
    const RULE: &str = THE_ROUTE_GIVES_THE_METHODS;
    vec![
        Case::new(RULE, "one of one's own", preflight("LINK", "/custom", APP))
            .status(204)
            .lines(&allowed("LINK, GET"))
            .not_on(Rocket, NO_OWN_METHODS)
            .not_on(Axum, NO_OWN_METHODS),
        Case::new(RULE, "one of one's own, actual", cross("LINK", "/custom", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["custom"])
            .not_on(Rocket, NO_OWN_METHODS)
            .not_on(Axum, NO_OWN_METHODS),
        Case::new(RULE, "one of one's own in lower case", preflight("link", "/custom", APP))
            .status(404)
            .not_on(Rocket, NO_OWN_METHODS)
            .not_on(Axum, NO_OWN_METHODS),
        Case::new(RULE, "a scope by attribute", preflight("PUT", "/scoped/item", APP))
            .status(204)
            .lines(&allowed("PUT"))
            .not_on(Rocket, NO_SCOPES)
            .not_on(Axum, NO_SCOPES),
        Case::new(RULE, "a scope by attribute, actual", cross("PUT", "/scoped/item", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["scoped"])
            .not_on(Rocket, NO_SCOPES)
            .not_on(Axum, NO_SCOPES),
    ]
}

fn bodies() -> Vec<Case> {
    let form = b"_method=put&x=1";
    let typed = |case: Case| case.also("Content-Type", "application/x-www-form-urlencoded").sending(form);
    vec![
        Case::new("a preflight with a body is one", "allowed", preflight("PUT", "/zero", APP))
            .status(204)
            .lines(&[line::APP, line::PUT, "access-control-max-age: 0", line::VARY_PREFLIGHT])
            .sending(b"body"),
        typed(Case::new(
            "a form's `_method` changes the method",
            "Rocket: PUT's policy",
            cross("POST", "/zero", APP),
        ))
        .lines(&[line::APP, line::VARY])
        .ran(&["zero"])
        .not_on(Actix, NO_FORM_METHOD)
        .not_on(Axum, NO_FORM_METHOD),
        typed(Case::new(
            "a form's `_method` is no preflight",
            "POST stays what it is",
            preflight("PUT", "/zero", APP),
        ))
        .status(204)
        .lines(&[line::APP, line::PUT, "access-control-max-age: 0", line::VARY_PREFLIGHT])
        .not_on(Actix, NO_FORM_METHOD)
        .not_on(Axum, NO_FORM_METHOD),
    ]
}

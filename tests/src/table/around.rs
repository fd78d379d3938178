//! Code around an annotated route: middleware that answers itself, limits, and guards of actix-web's scopes.

use super::no_form::{NO_GUARDS, NO_MIDDLEWARE, SEES_NO_PREFLIGHT};
use super::{ADMIN, APP, Case, EVIL, cross, line, preflight};
use crate::framework::Framework::{Axum, Rocket};
use crate::wire::Request;

const ALLOWED: [&str; 2] = [line::APP, line::VARY];
const PREFLIGHT: [&str; 3] = [line::APP, line::PUT, line::VARY_PREFLIGHT];

pub(super) fn cases() -> Vec<Case> {
    [
        limits_on_the_route(),
        middleware(),
        defaults(),
        replaced(),
        scope_guards(),
        scope_guards_for_options(),
        route_guards(),
    ]
    .concat()
}

fn limits_on_the_route() -> Vec<Case> {
    const RULE: &str = "a limit on the route sees no preflight, and its 429 has the headers of the route";
    let put = |origin| {
        Case::new(RULE, "actual", cross("PUT", "/around/limited", origin)).status(429).ran(&["limit"])
    };
    vec![
        put(APP).lines(&[line::APP, "access-control-expose-headers: retry-after", line::VARY]),
        put(EVIL).lines(&[line::VARY]),
        Case::new(RULE, "preflight", preflight("PUT", "/around/limited", APP)).status(204).lines(&PREFLIGHT),
        Case::new(RULE, "preflight, refused", preflight("PUT", "/around/limited", EVIL))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
    ]
}

fn middleware() -> Vec<Case> {
    const RULE: &str = "what middleware around the route answers itself has no headers of the route";
    let mut cases = Vec::new();
    for (path, status) in [("/around/answers/inside", 401), ("/around/fails/inside", 503)] {
        for request in [cross("PUT", path, APP), Request::new("PUT", path), preflight("PUT", path, APP)] {
            cases.push(
                Case::new(RULE, path, request)
                    .status(status)
                    .ran(&["middleware"])
                    .not_on(Rocket, NO_MIDDLEWARE),
            );
        }
    }
    cases
}

fn defaults() -> Vec<Case> {
    const HIDDEN: &str =
        "a default policy outside of it has the headers, and answers the preflights that it refuses";
    const SKIPPED: &str = "SkipPreflight lets the preflights of annotated routes pass, and no other request";
    let limited = |rule, origin, path| {
        Case::new(rule, "actual", cross("PUT", path, origin))
            .status(429)
            .ran(&["limit"])
            .not_on(Rocket, NO_MIDDLEWARE)
            .not_on(Axum, SEES_NO_PREFLIGHT)
    };
    let preflight = |rule, origin, path| {
        Case::new(rule, "preflight", preflight("PUT", path, origin))
            .not_on(Rocket, NO_MIDDLEWARE)
            .not_on(Axum, SEES_NO_PREFLIGHT)
    };
    let (hidden, skipped) = ("/around/default/inside", "/around/skipping/inside");
    vec![
        limited(HIDDEN, APP, hidden).lines(&ALLOWED),
        limited(HIDDEN, ADMIN, hidden).lines(&[line::VARY]),
        preflight(HIDDEN, APP, hidden).status(204).lines(&PREFLIGHT).ran(&["limit"]),
        // The route would allow the request.
        preflight(HIDDEN, ADMIN, hidden).status(403).lines(&[line::VARY_PREFLIGHT]).ran(&["limit"]),
        limited(SKIPPED, APP, skipped).lines(&ALLOWED),
        limited(SKIPPED, ADMIN, skipped).lines(&[line::VARY]),
        preflight(SKIPPED, APP, skipped).status(204).lines(&PREFLIGHT),
        preflight(SKIPPED, ADMIN, skipped).status(204).lines(&[line::ADMIN, line::PUT, line::VARY_PREFLIGHT]),
    ]
}

/// The route has decided before, so no other policy decides.
fn replaced() -> Vec<Case> {
    const RULE: &str = "what middleware around the route puts in the place of its response has no headers";
    let (bare, default) = ("/around/replaces/inside", "/around/replaces-default/inside");
    let case = |path| Case::new(RULE, path, cross("PUT", path, APP)).not_on(Rocket, NO_MIDDLEWARE);
    let replaced = |path| case(path).status(504).ran(&["inside"]);
    let mut cases = vec![replaced(bare), replaced(default).not_on(Axum, SEES_NO_PREFLIGHT)];
    cases.push(
        Case::new(RULE, "on the route it has", cross("PUT", "/around/replaced", APP))
            .status(504)
            .lines(&ALLOWED)
            .ran(&["replaced"])
            .not_on(Rocket, NO_MIDDLEWARE),
    );
    cases
}

fn scope_guards() -> Vec<Case> {
    const RULE: &str =
        "a guard of a scope sees preflights, which have none of the page's headers, and another method";
    let case = |desc, request: Request| {
        Case::new(RULE, desc, request).not_on(Rocket, NO_GUARDS).not_on(Axum, NO_GUARDS)
    };
    let names = |request: Request| request.header("Access-Control-Request-Headers", "x-version");
    let (version, method, host) = ("/around/version/inside", "/around/method/inside", "/around/host/inside");
    vec![
        case("a header: preflight", names(preflight("PUT", version, APP))).status(404).ran(&["scope-guard"]),
        case("a header: actual", cross("PUT", version, APP))
            .also("x-version", "2")
            .lines(&ALLOWED)
            .ran(&["inside", "scope-guard"]),
        case("the method: preflight", preflight("PUT", method, APP)).status(404),
        case("the method: actual", cross("PUT", method, APP)).lines(&ALLOWED).ran(&["inside"]),
        case("the host: preflight", preflight("PUT", host, APP)).status(204).lines(&PREFLIGHT),
        case("the host: actual", cross("PUT", host, APP)).lines(&ALLOWED).ran(&["inside"]),
    ]
}

fn scope_guards_for_options() -> Vec<Case> {
    const RULE: &str =
        "a guard of a scope that lets OPTIONS pass leaves preflights to the handlers of that scope";
    let case = |desc, request: Request| {
        Case::new(RULE, desc, request).not_on(Rocket, NO_GUARDS).not_on(Axum, NO_GUARDS)
    };
    let (inside, beside) = ("/around/either/inside", "/around/either/beside");
    vec![
        case("preflight", preflight("PUT", inside, APP)).status(204).lines(&PREFLIGHT).ran(&["scope-guard"]),
        case("actual", cross("PUT", inside, APP))
            .also("x-version", "2")
            .lines(&ALLOWED)
            .ran(&["inside", "scope-guard"]),
        case("actual, the scope after it", cross("PUT", inside, APP))
            .lines(&ALLOWED)
            .ran(&["inside", "scope-guard"]),
        case("what only the scope after it has: preflight", preflight("PUT", beside, APP))
            .status(404)
            .ran(&["scope-guard"]),
        case("what only the scope after it has: actual", cross("PUT", beside, APP))
            .lines(&ALLOWED)
            .ran(&["beside", "scope-guard"]),
    ]
}

fn route_guards() -> Vec<Case> {
    const RULE: &str =
        "a guard of the route attribute is routing: not evaluated for preflights, and before `enforce`";
    let case =
        |desc, request| Case::new(RULE, desc, request).not_on(Rocket, NO_GUARDS).not_on(Axum, NO_GUARDS);
    let enforced = |origin| cross("PUT", "/around/enforced", origin);
    vec![
        case("preflight", preflight("PUT", "/around/guarded", APP)).status(204).lines(&PREFLIGHT),
        case("actual", cross("PUT", "/around/guarded", APP))
            .also("x-version", "2")
            .lines(&ALLOWED)
            .ran(&["guarded", "route-guard"]),
        case("actual, another version", cross("PUT", "/around/guarded", APP))
            .status(404)
            .ran(&["route-guard"]),
        case("refused by the server", enforced(EVIL))
            .also("x-version", "2")
            .status(403)
            .lines(&["cache-control: no-store", "vary: Origin, Sec-Fetch-Site"])
            .ran(&["route-guard"]),
        case("allowed by the server", enforced(APP))
            .also("x-version", "2")
            .lines(&ALLOWED)
            .ran(&["enforced", "route-guard"]),
    ]
}

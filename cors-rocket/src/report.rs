//! What the log says: at debug, of requests that a policy does not let pass, for which nothing is looked at otherwise,
//! and of headers that are not the application's to set.

use std::fmt::Display;

use cors_core::__private::{Escaped, removed_headers};
use cors_core::Decision;
use log::Level;
use rocket::Request;

use crate::annotated::Named;
use crate::by::By;
use crate::headers;

/// Tells of a preflight at its `OPTIONS` route.
pub(crate) fn of_preflight(by: By<'_>, request: &Request<'_>, decision: &Decision<'_>) {
    if is_wanted() {
        tell(by, request, decision);
    }
}

/// Tells of a request that has a response now.
pub(crate) fn of_response(by: By<'_>, request: &Request<'_>, decision: &Decision<'_>) {
    let is_preflight = || headers::facts(request, request.method()).is_preflight();
    // The `OPTIONS` routes have told of preflights already, for the default as well.
    if is_wanted() && !(matches!(by, By::Default(_)) && is_preflight()) {
        tell(by, request, decision);
    }
}

fn is_wanted() -> bool {
    log::log_enabled!(target: "cors", Level::Debug)
}

fn tell(by: By<'_>, request: &Request<'_>, decision: &Decision<'_>) {
    let asked = headers::requested_headers(request);
    let report = match (by, request.route()) {
        (By::Own(endpoint), Some(route)) => {
            let facts = headers::facts_with_site(request, route.method);
            endpoint.report(&route.uri, &facts, decision, asked)
        }
        // Only at a route it decides.
        (By::Own(_), None) => None,
        (By::Default(default), _) => {
            let facts = headers::facts_with_site(request, request.method());
            default.report(request.uri().path().as_str().as_bytes(), &facts, decision, asked)
        }
    };
    if let Some(report) = report {
        log(Level::Debug, &report);
    }
}

/// Warns of `Access-Control-*` headers that were removed from the response to `request`.
pub(crate) fn warn_of(removed: &[String], request: &Request<'_>) {
    let warn = |owner: &dyn Display| {
        log(Level::Warn, &removed_headers(owner, removed.iter().map(String::as_str), "fairing"));
    };
    match request.route() {
        Some(route) => warn(&Named(route)),
        // Without the query, which may have secrets.
        None => warn(&Escaped(request.uri().path().as_str().as_bytes())),
    }
}

/// Writes a line into the log. Text of a request or of an error comes here escaped and cut, by cors-core.
#[allow(clippy::disallowed_macros, reason = "the one place of this crate that writes into the log")]
pub(crate) fn log(level: Level, line: &dyn Display) {
    log::log!(target: "cors", level, "{line}");
}

//! The lines of the log: at debug, of requests that a policy does not let pass, for which nothing is looked at otherwise,
//! and of headers that are not the application's to set.

use std::fmt::Display;

use ::log::Level;
use cors_core::__private::{Escaped, removed_headers};
use cors_core::Decision;
use rocket::Request;

use crate::decide::Owner;
use crate::handler::RouteLabel;
use crate::log::{is_wanted, log};
use crate::request;

/// Tells of a preflight at its `OPTIONS` route.
pub(crate) fn of_preflight(by: Owner<'_>, request: &Request<'_>, decision: &Decision<'_>) {
    if is_wanted() {
        log_report(by, request, decision);
    }
}

/// Tells of a request that has a response now.
pub(crate) fn of_response(by: Owner<'_>, request: &Request<'_>, decision: &Decision<'_>) {
    let is_preflight = || request::cors_request(request, request.method()).is_preflight();
    // The `OPTIONS` routes have told of preflights already, for the default as well.
    if is_wanted() && !(matches!(by, Owner::Default(_)) && is_preflight()) {
        log_report(by, request, decision);
    }
}

fn log_report(by: Owner<'_>, request: &Request<'_>, decision: &Decision<'_>) {
    let asked = request::requested_headers(request);
    let report = match (by, request.route()) {
        (Owner::Route(endpoint), Some(route)) => {
            let cors_request = request::cors_request_with_site(request, route.method);
            endpoint.report(&route.uri, &cors_request, decision, asked)
        }
        // Only at a route it decides.
        (Owner::Route(_), None) => None,
        (Owner::Default(default), _) => {
            let cors_request = request::cors_request_with_site(request, request.method());
            default.report(request.uri().path().as_str().as_bytes(), &cors_request, decision, asked)
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
        Some(route) => warn(&RouteLabel(route)),
        // Without the query, which may have secrets.
        None => warn(&Escaped(request.uri().path().as_str().as_bytes())),
    }
}

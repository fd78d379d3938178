//! The lines of the log: at debug, of requests that a policy does not let pass, for which nothing is looked at otherwise,
//! and of headers that are not the application's to set.

use std::fmt::Display;

use ::log::Level;
use actix_web::dev::RequestHead;
use actix_web::http::header;
use actix_web::http::header::{HeaderName, HeaderValue};
use cors_core::__private::{RoutePath, removed_headers, unclaimed_preflight as of_nobody_at};
use cors_core::{Decision, DefaultPolicy, Inventory};

use crate::log::{is_wanted, log};
use crate::request::{cors_request, cors_request_with_site};
use crate::route::Route;

/// Tells which routes there are.
pub(crate) fn of_launch(routes: &Inventory) {
    for row in routes.rows() {
        log(Level::Debug, &format_args!("annotated: {row}"));
    }
}

/// Logs why an application with this route does not start.
pub(crate) fn of_enforce_in_vain(path: &str) {
    log(
        Level::Error,
        &format_args!(
            "`enforce` on {} refuses nothing, since its policy allows any origin; list the origins, or leave out `enforce`",
            RoutePath(&path)
        ),
    );
}

/// Tells of a request that came to an annotated route.
pub(crate) fn of_route(route: &Route, head: &RequestHead, decision: &Decision<'_>) {
    if is_wanted() {
        let cors_request = cors_request_with_site(head);
        log_report(route.endpoint.report(&route.path(), &cors_request, decision, asked(head)).as_deref());
    }
}

/// As [`of_route`], of a preflight for a method that the route leaves out.
pub(crate) fn of_left_out(route: &Route, head: &RequestHead) {
    if is_wanted() {
        of_route(route, head, &route.endpoint.decide(&cors_request_with_site(head)));
    }
}

/// What there is to tell of a request if the default policy decides it.
pub(crate) fn of_default(
    default: &DefaultPolicy,
    head: &RequestHead,
    decision: &Decision<'_>,
) -> Option<String> {
    let report =
        || default.report(head.uri.path().as_bytes(), &cors_request_with_site(head), decision, asked(head));
    is_wanted().then(report)?
}

/// What there is to tell of a preflight if no annotated route answers it.
pub(crate) fn unclaimed_preflight(head: &RequestHead) -> Option<String> {
    is_wanted().then(|| of_nobody_at(head.uri.path().as_bytes(), &cors_request(head)))?
}

/// Tells what there is to tell.
pub(crate) fn log_report(report: Option<&str>) {
    if let Some(report) = report {
        log(Level::Debug, &report);
    }
}

/// Warns of `Access-Control-*` headers that were removed from a response of `whose`.
pub(crate) fn warn_of(removed: &[HeaderName], whose: &dyn Display) {
    log(Level::Warn, &removed_headers(whose, removed.iter().map(HeaderName::as_str), "middleware"));
}

fn asked(head: &RequestHead) -> impl Iterator<Item = &[u8]> {
    head.headers().get_all(header::ACCESS_CONTROL_REQUEST_HEADERS).map(HeaderValue::as_bytes)
}

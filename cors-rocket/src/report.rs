//! What the log says, at debug, of requests that a policy does not let pass. Otherwise nothing is looked at for it.

use cors_core::Decision;
use rocket::Request;

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
    log::log_enabled!(target: "cors", log::Level::Debug)
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
        log::debug!(target: "cors", "{report}");
    }
}

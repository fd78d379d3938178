//! From a request of Rocket to one of cors-core.

use std::borrow::Cow;

use cors_core::{Endpoint, FieldLines};
use rocket::Request;
use rocket::http::{Header, Method};

use crate::headers::ORIGIN;

const REQUESTED_METHOD: &str = "access-control-request-method";
const REQUESTED_HEADERS: &str = "access-control-request-headers";
const FETCH_SITE: &str = "sec-fetch-site";
const HOST: &str = "host";

/// What a decision at this endpoint looks at. `method` is that of the route, because Rocket turns a `HEAD` that no route
/// took into a `GET`.
pub(crate) fn cors_request_at<'r>(
    endpoint: &Endpoint,
    request: &'r Request<'_>,
    method: Method,
) -> cors_core::Request<'r> {
    // Only where requests are refused it matters what site they are of.
    if endpoint.is_enforced() {
        cors_request_with_site(request, method)
    } else {
        cors_request(request, method)
    }
}

pub(crate) fn cors_request_with_site<'r>(request: &'r Request<'_>, method: Method) -> cors_core::Request<'r> {
    let cors_request = read(request, method, true);
    // The names of the server matter where the browser says nothing of the site.
    let names_matter =
        cors_request.fetch_site == FieldLines::Absent && cors_request.origin != FieldLines::Absent;
    cors_core::Request { authority: if names_matter { authority(request) } else { None }, ..cors_request }
}

pub(crate) fn cors_request<'r>(request: &'r Request<'_>, method: Method) -> cors_core::Request<'r> {
    read(request, method, false)
}

/// Goes through all lines, once: Rocket finds names by a hash that takes longer than a request has headers.
fn read<'r>(request: &'r Request<'_>, method: Method, with_site: bool) -> cors_core::Request<'r> {
    let mut cors_request =
        cors_core::Request { method: method.as_str().as_bytes(), ..cors_core::Request::default() };
    for Header { name, value } in request.headers().iter() {
        let lines = if name == ORIGIN {
            &mut cors_request.origin
        } else if method == Method::Options && name == REQUESTED_METHOD {
            // Only a preflight asks.
            &mut cors_request.requested_method
        } else if with_site && name == FETCH_SITE {
            &mut cors_request.fetch_site
        } else if with_site && name == HOST {
            &mut cors_request.host
        } else {
            continue;
        };
        *lines = match (*lines, value) {
            (FieldLines::Absent, Cow::Borrowed(line)) => FieldLines::One(line.as_bytes()),
            // Rocket lends every value; another would count as several lines, which allow nobody.
            _ => FieldLines::Several,
        };
    }
    cors_request
}

/// Returns host and port of `:authority` in HTTP/2.
///
/// Rocket keeps no more of a target than these, and nothing in HTTP/1.1, where it repeats the first line of `Host` here.
fn authority<'r>(request: &'r Request<'_>) -> Option<&'r [u8]> {
    let host = request.host()?;
    let Authority(authority) = request.local_cache(|| Authority(host.to_string()));
    Some(authority.as_bytes())
}

/// Host and port of the URL.
struct Authority(String);

/// The lines of the headers that a preflight asks for.
pub(crate) fn requested_headers<'r>(request: &'r Request<'_>) -> impl Iterator<Item = &'r [u8]> {
    request.headers().get(REQUESTED_HEADERS).map(str::as_bytes)
}

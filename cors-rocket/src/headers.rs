//! What a decision looks at in Rocket's requests, and how its headers come onto Rocket's responses.

use std::borrow::Cow;

use cors_core::{Endpoint, HeaderName, Headers, Lines, Value};
use rocket::http::{Header, Method};
use rocket::{Request, Response};

const ORIGIN: &str = "origin";
const REQUESTED_METHOD: &str = "access-control-request-method";
const REQUESTED_HEADERS: &str = "access-control-request-headers";
const FETCH_SITE: &str = "sec-fetch-site";
const HOST: &str = "host";
const VARY: &str = "vary";

/// What a decision at this endpoint looks at. `method` is that of the route, because Rocket turns a `HEAD` that no route
/// took into a `GET`.
pub(crate) fn facts_at<'r>(
    endpoint: &Endpoint,
    request: &'r Request<'_>,
    method: Method,
) -> cors_core::Request<'r> {
    // Only where requests are refused it matters what site they are of.
    if endpoint.is_enforced() { facts_with_site(request, method) } else { facts(request, method) }
}

pub(crate) fn facts_with_site<'r>(request: &'r Request<'_>, method: Method) -> cors_core::Request<'r> {
    let facts = read(request, method, true);
    // The names of the server matter where the browser says nothing of the site.
    let names_matter = facts.fetch_site == Lines::None && facts.origin != Lines::None;
    cors_core::Request { authority: if names_matter { authority(request) } else { None }, ..facts }
}

pub(crate) fn facts<'r>(request: &'r Request<'_>, method: Method) -> cors_core::Request<'r> {
    read(request, method, false)
}

/// Goes through all lines, once: Rocket finds names by a hash that takes longer than a request has headers.
fn read<'r>(request: &'r Request<'_>, method: Method, with_site: bool) -> cors_core::Request<'r> {
    let mut facts =
        cors_core::Request { method: method.as_str().as_bytes(), ..cors_core::Request::default() };
    for Header { name, value } in request.headers().iter() {
        let lines = if name == ORIGIN {
            &mut facts.origin
        } else if method == Method::Options && name == REQUESTED_METHOD {
            // Only a preflight asks.
            &mut facts.requested_method
        } else if with_site && name == FETCH_SITE {
            &mut facts.fetch_site
        } else if with_site && name == HOST {
            &mut facts.host
        } else {
            continue;
        };
        *lines = match (*lines, value) {
            (Lines::None, Cow::Borrowed(line)) => Lines::One(line.as_bytes()),
            // Rocket lends every value; another would count as several lines, which allow nobody.
            _ => Lines::Several,
        };
    }
    facts
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

/// Puts these headers onto a response, in place of all that only a policy may write, and returns the names of those.
pub(crate) fn replace<'r>(
    headers: &Headers<'static>,
    request: &'r Request<'_>,
    response: &mut Response<'r>,
) -> Vec<String> {
    let (mut removed, mut has_vary) = (Vec::new(), false);
    for Header { name, .. } in response.headers().iter() {
        if HeaderName::is_reserved(name.as_str()) {
            removed.push(name.to_string());
        }
        has_vary |= name == VARY;
    }
    removed.dedup();
    for name in &removed {
        response.remove_header(name);
    }
    add(headers, request, response);
    let lines = has_vary.then(|| response.headers().get(VARY).map(str::as_bytes));
    if let Some(names) = headers.vary().missing_from(lines.into_iter().flatten()) {
        response.adjoin_raw_header(VARY, names);
    }
    removed
}

fn add<'r>(headers: &Headers<'static>, request: &'r Request<'_>, response: &mut Response<'r>) {
    for (name, value) in headers.iter() {
        let value = match value {
            Value::Static(text) => Some(Cow::Borrowed(text)),
            Value::Policy(text) => Some(Cow::Owned(text.to_owned())),
            Value::Owned(text) => Some(Cow::Owned(text)),
            Value::RequestOrigin => origin_of(request).map(Cow::Borrowed),
        };
        if let Some(value) = value {
            response.set_raw_header(name.as_str(), value);
        }
    }
}

/// The value of `Origin` that was read for the decision.
fn origin_of<'r>(request: &'r Request<'_>) -> Option<&'r str> {
    match request.headers().iter().find(|header| header.name == ORIGIN)?.value {
        Cow::Borrowed(origin) => Some(origin),
        Cow::Owned(_) => None,
    }
}

//! What a decision looks at in Rocket's requests, and how its headers come onto Rocket's responses.

use cors_core::{HeaderName, Headers, Lines, Value, Vary};
use rocket::http::Method;
use rocket::{Request, Response};

const ORIGIN: &str = "origin";
const REQUESTED_METHOD: &str = "access-control-request-method";
const VARY: &str = "vary";

/// `method` is that of the route, because Rocket turns a `HEAD` that no route took into a `GET`.
pub(crate) fn facts<'r>(request: &'r Request<'_>, method: Method) -> cors_core::Request<'r> {
    let lines = |name| request.headers().get(name).map(str::as_bytes).collect();
    cors_core::Request {
        method: method.as_str().as_bytes(),
        origin: lines(ORIGIN),
        // Only a preflight asks, so other requests are spared the look-up.
        requested_method: if method == Method::Options { lines(REQUESTED_METHOD) } else { Lines::None },
    }
}

/// Removes every header that only a policy may write, and returns the names of those that were there.
pub(crate) fn remove_reserved(response: &mut Response<'_>) -> Vec<String> {
    let mut names: Vec<String> = response
        .headers()
        .iter()
        .filter(|header| HeaderName::is_reserved(header.name.as_str()))
        .map(|header| header.name.to_string())
        .collect();
    names.dedup();
    for name in &names {
        response.remove_header(name);
    }
    names
}

pub(crate) fn add<'r>(headers: &Headers<'static>, request: &'r Request<'_>, response: &mut Response<'r>) {
    for (name, value) in headers.iter() {
        let value = match value {
            Value::Static(text) | Value::Policy(text) => Some(text),
            Value::RequestOrigin => request.headers().get_one(ORIGIN),
        };
        if let Some(value) = value {
            response.set_raw_header(name.as_str(), value);
        }
    }
    add_vary(headers.vary(), response);
}

pub(crate) fn add_vary(vary: Vary, response: &mut Response<'_>) {
    if let Some(names) = vary.missing_from(response.headers().get(VARY).map(str::as_bytes)) {
        response.adjoin_raw_header(VARY, names);
    }
}

//! What a decision looks at in Rocket's requests, and how its headers come onto Rocket's responses.

use std::borrow::Cow;

use cors_core::{HeaderName, Headers, Value};
use rocket::http::Header;
use rocket::{Request, Response};

pub(crate) const ORIGIN: &str = "origin";
const VARY: &str = "vary";

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

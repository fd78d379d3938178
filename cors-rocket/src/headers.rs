//! The headers of a decision on a response of Rocket.

use std::borrow::Cow;

use cors_core::__adapter::{RequestHead as _, RequestHeader, replace};
use cors_core::{Headers, Value};
use rocket::{Request, Response};

use crate::adapter::{Head, ResponseMap};

/// Puts the headers on a response, and returns the names of the `Access-Control-*` headers that it had before.
pub(crate) fn apply<'r>(
    headers: &Headers<'static>,
    request: &'r Request<'_>,
    response: &mut Response<'r>,
) -> Vec<String> {
    replace(&mut ResponseMap(response), headers.vary(), |ResponseMap(response)| {
        for (name, value) in headers.iter() {
            let value = match value {
                Value::Static(text) => Some(Cow::Borrowed(text)),
                Value::Borrowed(text) => Some(Cow::Owned(text.to_owned())),
                Value::Owned(text) => Some(Cow::Owned(text)),
                Value::RequestOrigin => origin_of(request).map(Cow::Borrowed),
            };
            if let Some(value) = value {
                response.set_raw_header(name.as_str(), value);
            }
        }
    })
}

/// Returns the value of `Origin` that was read for the decision.
fn origin_of<'r>(request: &'r Request<'_>) -> Option<&'r str> {
    let line = Head::of(request).lines(RequestHeader::Origin).next()?;
    str::from_utf8(line).ok()
}

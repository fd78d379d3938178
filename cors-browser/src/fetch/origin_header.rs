//! The request's own `Origin` header.

use url::Url;

use crate::options::{Mode, ReferrerPolicy as Policy};
use crate::spec::origin::Origin;

/// What decides on the header.
pub(crate) struct Facts<'f> {
    /// The page's origin.
    pub(crate) origin: &'f Origin,
    /// What it has become by redirects.
    pub(crate) sent: &'f Origin,
    pub(crate) url: &'f Url,
    pub(crate) method: &'f str,
    pub(crate) mode: Mode,
    pub(crate) policy: Policy,
    /// Whether the response is checked and filtered as one of another origin.
    pub(crate) is_cors: bool,
}

/// [Append a request `Origin` header](https://fetch.spec.whatwg.org/#append-a-request-origin-header).
pub(crate) fn origin_header(facts: &Facts<'_>) -> Option<String> {
    if facts.is_cors {
        return Some(facts.sent.to_string());
    }
    if matches!(facts.method, "GET" | "HEAD") {
        return None;
    }
    let hidden = facts.mode != Mode::Cors && is_hidden(facts);
    Some(if hidden { Origin::Opaque.to_string() } else { facts.sent.to_string() })
}

fn is_hidden(facts: &Facts<'_>) -> bool {
    match facts.policy {
        Policy::NoReferrer => true,
        Policy::NoReferrerWhenDowngrade | Policy::StrictOrigin | Policy::StrictOriginWhenCrossOrigin => {
            facts.origin.has_scheme("https") && facts.url.scheme() != "https"
        }
        Policy::SameOrigin => !facts.origin.is_same(&Origin::of(facts.url)),
        Policy::Origin | Policy::OriginWhenCrossOrigin | Policy::UnsafeUrl => false,
    }
}

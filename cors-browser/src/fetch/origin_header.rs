//! The `Origin` header of a request.

use url::Url;

use crate::options::{Mode, ReferrerPolicy};
use crate::spec::origin::PageOrigin;

/// The parts of a request that its `Origin` depends on.
pub(crate) struct OriginHeaderContext<'f> {
    pub(crate) origin: &'f PageOrigin,
    /// The page's origin after redirects, as sent.
    pub(crate) sent: &'f PageOrigin,
    pub(crate) url: &'f Url,
    pub(crate) method: &'f str,
    pub(crate) mode: Mode,
    pub(crate) referrer_policy: ReferrerPolicy,
    /// Set if the response is checked and filtered as a CORS response.
    pub(crate) is_cors: bool,
}

/// Returns the value of `Origin`
/// ([append a request `Origin` header](https://fetch.spec.whatwg.org/#append-a-request-origin-header)).
pub(crate) fn origin_header(context: &OriginHeaderContext<'_>) -> Option<String> {
    if context.is_cors {
        return Some(context.sent.to_string());
    }
    if matches!(context.method, "GET" | "HEAD") {
        return None;
    }
    let hidden = context.mode != Mode::Cors && is_hidden(context);
    Some(if hidden { PageOrigin::Opaque.to_string() } else { context.sent.to_string() })
}

fn is_hidden(context: &OriginHeaderContext<'_>) -> bool {
    match context.referrer_policy {
        ReferrerPolicy::NoReferrer => true,
        ReferrerPolicy::NoReferrerWhenDowngrade
        | ReferrerPolicy::StrictOrigin
        | ReferrerPolicy::StrictOriginWhenCrossOrigin => {
            context.origin.has_scheme("https") && context.url.scheme() != "https"
        }
        ReferrerPolicy::SameOrigin => !context.origin.is_same(&PageOrigin::of(context.url)),
        ReferrerPolicy::Origin | ReferrerPolicy::OriginWhenCrossOrigin | ReferrerPolicy::UnsafeUrl => false,
    }
}

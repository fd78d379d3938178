//! The key `enforce`: requests of other origins that the server refuses before the handler runs.
//!
//! Without `enforce` the handler of a refused request runs, and only the response is kept from the page.

use crate::decision::headers::HeaderSet;
use crate::decision::{Decision, FieldLines, Headers, Request};
use crate::header::VaryOn;
use crate::origin::split::split_port;
use crate::policy::Enforce;
use crate::syntax::token::is_safe;

impl Decision<'_> {
    /// Turns the decision into a refusal if `enforce` asks for one.
    #[inline]
    pub(crate) fn enforced(self, enforce: Option<Enforce>, request: &Request<'_>) -> Self {
        match (enforce, self) {
            (Some(enforce), Self::Decorate(headers))
                if enforce.refuses(request, headers.allowed().is_some()) =>
            {
                Self::Refuse(Headers { set: HeaderSet::Refusal, vary: VaryOn::Refusal, ..headers })
            }
            (_, decision) => decision,
        }
    }
}

impl Enforce {
    /// Reports whether the route refuses `request`. `is_allowed` is set if the policy allows its origin.
    fn refuses(self, request: &Request<'_>, is_allowed: bool) -> bool {
        let is_exempt = self == Self::UnsafeMethods && is_safe(request.method);
        !is_exempt && !is_allowed && is_cross_origin(request)
    }
}

/// Reports whether a page of another origin may have sent the request. Without `Origin` and `Sec-Fetch-Site`, no page has.
///
/// `Sec-Fetch-Site` takes precedence over the origin, because a form of the same origin can have the origin `null`
/// (Fetch, [append a request `Origin` header](https://fetch.spec.whatwg.org/#append-a-request-origin-header)).
pub(crate) fn is_cross_origin(request: &Request<'_>) -> bool {
    match (request.fetch_site, request.origin) {
        (FieldLines::One(b"same-origin" | b"none"), _) => false,
        (FieldLines::One(_) | FieldLines::Several, _) => true,
        // A client other than a browser sent the request.
        (FieldLines::Absent, FieldLines::Absent) => false,
        // Browsers omit `Sec-Fetch-Site` on insecure connections, and Chromium omits it on WebSockets.
        (FieldLines::Absent, FieldLines::One(origin)) => !is_of_server(origin, request),
        (FieldLines::Absent, FieldLines::Several) => true,
    }
}

/// Reports whether every name of the server in the request equals host and port of `origin`.
///
/// If the authority and `Host` disagree, the request may be for another server than the page's, so one match is not
/// enough. An origin with its default port written out, which no browser sends, is the same authority.
fn is_of_server(origin: &[u8], request: &Request<'_>) -> bool {
    let (authority, default_port) = match (origin.strip_prefix(b"http://"), origin.strip_prefix(b"https://"))
    {
        (Some(authority), _) => (authority, &b"80"[..]),
        (_, Some(authority)) => (authority, &b"443"[..]),
        (None, None) => return false,
    };
    let host = match request.host {
        FieldLines::Absent => None,
        FieldLines::One(host) => Some(host),
        FieldLines::Several => return false,
    };
    let Some((wanted, wanted_port)) = host_and_port(authority, default_port) else { return false };
    let is_wanted = |name| {
        host_and_port(name, default_port)
            .is_some_and(|(host, port)| port == wanted_port && host.eq_ignore_ascii_case(wanted))
    };
    let mut names = request.authority.into_iter().chain(host).peekable();
    names.peek().is_some() && names.all(is_wanted)
}

/// Returns the host and the port of an authority. A missing or empty port is the default port (RFC 9110, section
/// 4.2.3).
///
/// Returns `None` for an authority with user information, and for text that is not an authority.
fn host_and_port<'a>(authority: &'a [u8], default_port: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    let (host, port) = split_port(authority).ok()?;
    let port = port.filter(|port| !port.is_empty()).unwrap_or(default_port);
    let is_of_host = |byte: &u8| byte.is_ascii_graphic() && !b"@/\\?#".contains(byte);
    let is_authority = !host.is_empty() && host.iter().all(is_of_host) && port.iter().all(u8::is_ascii_digit);
    is_authority.then_some((host, port))
}

//! The key `enforce`: requests of other origins that the server refuses itself.
//!
//! Without it a refused request runs, and only its response is kept from the page.

use crate::bytes::position;
use crate::config::{Config, Key, RouteFacts};
use crate::error::{Fix, Mistake, MistakeKind as Kind};
use crate::nearest::nearest;
use crate::request::{Lines, Request};

/// Which requests of other origins are refused.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enforce {
    /// All but `GET`, `HEAD` and `OPTIONS`.
    UnsafeMethods,
    /// All.
    AllMethods,
}

impl Enforce {
    const ALL: [Self; 2] = [Self::UnsafeMethods, Self::AllMethods];

    /// What a word of the attribute stands for.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == word)
    }

    /// The word.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::UnsafeMethods => "unsafe_methods",
            Self::AllMethods => "all_methods",
        }
    }

    /// Whether a request is refused; `is_allowed` says whether the policy allows its origin.
    pub(crate) fn refuses(self, request: &Request<'_>, is_allowed: bool) -> bool {
        let is_exempt = self == Self::UnsafeMethods && is_safe(request.method);
        !is_exempt && !is_allowed && !is_of_own_site(request)
    }
}

/// Whether a request comes from a page of the server's own origin, or from no page.
///
/// `Sec-Fetch-Site` comes before the origin, because a form of the same origin can have the origin `null`
/// (Fetch, [append a request `Origin` header](https://fetch.spec.whatwg.org/#append-a-request-origin-header)).
pub(crate) fn is_of_own_site(request: &Request<'_>) -> bool {
    match (request.fetch_site, request.origin) {
        (Lines::One(b"same-origin" | b"none"), _) => true,
        (Lines::One(_) | Lines::Several, _) => false,
        // No browser sent it.
        (Lines::None, Lines::None) => true,
        // Browsers leave `Sec-Fetch-Site` out where the connection is not secure, and Chromium with WebSockets.
        (Lines::None, Lines::One(origin)) => is_of_server(origin, request),
        (Lines::None, Lines::Several) => false,
    }
}

/// Reports whether `method` is safe (RFC 9110, section 9.2.1) and one that a route can serve.
fn is_safe(method: &[u8]) -> bool {
    matches!(method, b"GET" | b"HEAD" | b"OPTIONS")
}

/// Reports whether every name of the server in the request is host and port of `origin`.
///
/// A server that two names disagree about may be another one than the page's, so one of them is not enough. An origin with
/// its default port written out, which no browser sends, is the same authority.
fn is_of_server(origin: &[u8], request: &Request<'_>) -> bool {
    let (authority, default_port) = match (origin.strip_prefix(b"http://"), origin.strip_prefix(b"https://"))
    {
        (Some(authority), _) => (authority, &b"80"[..]),
        (_, Some(authority)) => (authority, &b"443"[..]),
        (None, None) => return false,
    };
    let host = match request.host {
        Lines::None => None,
        Lines::One(host) => Some(host),
        Lines::Several => return false,
    };
    let Some((wanted, wanted_port)) = host_and_port(authority, default_port) else { return false };
    let is_wanted = |name| {
        host_and_port(name, default_port)
            .is_some_and(|(host, port)| port == wanted_port && host.eq_ignore_ascii_case(wanted))
    };
    let mut names = request.authority.into_iter().chain(host).peekable();
    names.peek().is_some() && names.all(is_wanted)
}

/// Returns the host and the port of an authority. A port that is missing or empty is the default one (RFC 9110, section
/// 4.2.3).
///
/// Returns `None` for an authority with user information, and for what is none.
fn host_and_port<'a>(authority: &'a [u8], default_port: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    let end = match authority {
        [b'[', ..] => position(authority, b']')? + 1,
        _ => position(authority, b':').unwrap_or(authority.len()),
    };
    let (host, rest) = authority.split_at_checked(end)?;
    let port = match rest {
        [] | [b':'] => default_port,
        [b':', port @ ..] if port.iter().all(u8::is_ascii_digit) => port,
        _ => return None,
    };
    let is_of_host = |byte: &u8| byte.is_ascii_graphic() && !b"@/\\?#".contains(byte);
    (!host.is_empty() && host.iter().all(is_of_host)).then_some((host, port))
}

pub(crate) fn check(
    word: Option<&str>,
    config: &Config,
    route: Option<&RouteFacts<'_>>,
    mistakes: &mut Vec<Mistake>,
) {
    let Some(word) = word else { return };
    let (kind, fix) = match Enforce::parse(word) {
        None => {
            let known = nearest(word, Enforce::ALL.map(Enforce::as_str)).and_then(Enforce::parse);
            let known = known.filter(|known| known.idle(config, route).is_none());
            (Kind::EnforceUnknown, known.map(|known| Fix::Write(known.as_str().to_owned())))
        }
        Some(known) => match known.idle(config, route) {
            Some(kind) => (kind, None),
            None => return,
        },
    };
    let served = route.map(|route| route.methods).unwrap_or_default();
    let served = served.iter().map(|method| format!("`{method}`")).collect::<Vec<_>>().join(", ");
    let mistake = Mistake::of_key(Key::Enforce, kind).with_value(word).with_detail(served);
    mistakes.push(mistake.with_fix(fix));
}

impl Enforce {
    /// Returns why nothing would ever be refused, if that is so.
    fn idle(self, config: &Config, route: Option<&RouteFacts<'_>>) -> Option<Kind> {
        let serves_safe_methods = |route: &RouteFacts<'_>| {
            !route.methods.is_empty() && route.methods.iter().all(|method| is_safe(method.as_bytes()))
        };
        if config.origins.iter().flatten().any(|origin| origin == "*") {
            return Some(Kind::EnforceAnyOrigin);
        }
        (self == Self::UnsafeMethods && route.is_some_and(serves_safe_methods))
            .then_some(Kind::EnforceSafeMethods)
    }
}

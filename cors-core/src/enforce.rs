//! The key `enforce`: requests of other origins that the server refuses itself.
//!
//! Without it a refused request runs, and only its response is kept from the page.

use crate::config::{Config, Key};
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
        let is_safe = matches!(request.method, b"GET" | b"HEAD" | b"OPTIONS");
        let is_exempt = self == Self::UnsafeMethods && is_safe;
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
        // Browsers leave `Sec-Fetch-Site` out where the connection is not secure.
        (Lines::None, Lines::One(origin)) => is_of_host(origin, request.host),
        (Lines::None, Lines::Several) => false,
    }
}

/// Whether host and port of `origin` are those that the request was sent to.
fn is_of_host(origin: &[u8], host: Lines<'_>) -> bool {
    let authority = origin.strip_prefix(b"https://").or_else(|| origin.strip_prefix(b"http://"));
    match (authority, host) {
        (Some(authority), Lines::One(host)) => authority.eq_ignore_ascii_case(host),
        _ => false,
    }
}

pub(crate) fn check(word: Option<&str>, config: &Config, mistakes: &mut Vec<Mistake>) {
    let Some(word) = word else { return };
    let any = config.origins.iter().flatten().any(|origin| origin == "*");
    let (kind, fix) = match Enforce::parse(word) {
        None => {
            let known = nearest(word, Enforce::ALL.map(Enforce::as_str)).filter(|_| !any);
            (Kind::EnforceUnknown, known.map(|known| Fix::Write(known.to_owned())))
        }
        Some(_) if any => (Kind::EnforceAnyOrigin, None),
        Some(_) => return,
    };
    mistakes.push(Mistake::of_key(Key::Enforce, kind).with_value(word).with_fix(fix));
}

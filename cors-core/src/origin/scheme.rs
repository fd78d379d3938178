//! The scheme of an origin.

use crate::error::MistakeKind;
use crate::syntax::bytes::equal;

const MAX_SCHEME_LEN: usize = 64;

/// Reports whether origins that clients send can have `scheme`.
pub(crate) const fn is_scheme(scheme: &[u8]) -> bool {
    unlike_a_scheme(scheme).is_none()
}

/// Reports whether `scheme` is `http` or `https`, whose hosts are DNS names or IP addresses.
///
/// The URL Standard has further schemes of this kind, but no page sends an origin with one of them.
pub(crate) const fn is_http(scheme: &[u8]) -> bool {
    equal(scheme, b"http") || equal(scheme, b"https")
}

/// Returns the first mistake in a scheme that is written in a policy.
pub(crate) const fn wrong_scheme(scheme: &[u8]) -> Option<MistakeKind> {
    if equal(scheme, b"*") {
        return Some(MistakeKind::WildcardPosition);
    }
    if is_never_sent(scheme) { Some(MistakeKind::SchemeNeverSent) } else { unlike_a_scheme(scheme) }
}

/// Returns why `scheme` is not a scheme, or `None` if it is one.
const fn unlike_a_scheme(scheme: &[u8]) -> Option<MistakeKind> {
    let mut uppercase = false;
    let mut rest = scheme;
    while let [byte, tail @ ..] = rest {
        let first = rest.len() == scheme.len();
        match *byte {
            b'a'..=b'z' => {}
            b'A'..=b'Z' => uppercase = true,
            b'0'..=b'9' | b'+' | b'-' | b'.' if !first => {}
            _ => return Some(MistakeKind::SchemeSyntax),
        }
        rest = tail;
    }
    match scheme {
        [] => Some(MistakeKind::OriginNoScheme),
        _ if uppercase => Some(MistakeKind::SchemeUppercase),
        _ if scheme.len() > MAX_SCHEME_LEN => Some(MistakeKind::SchemeTooLong),
        _ => None,
    }
}

/// Reports whether documents of `scheme` have an opaque origin, sent as `null`, or the origin of the document that
/// created them.
pub(crate) const fn is_opaque(scheme: &[u8]) -> bool {
    one_of(scheme, &["data", "about", "javascript", "blob", "filesystem", "view-source", "vbscript"])
}

/// Reports whether browsers load no scripted page from `scheme`.
const fn is_never_sent(scheme: &[u8]) -> bool {
    one_of(
        scheme,
        &["ftp", "ftps", "sftp", "ws", "wss", "mailto", "tel", "sms", "urn", "gopher", "ssh", "git", "jar"],
    )
}

const fn one_of(scheme: &[u8], mut names: &[&str]) -> bool {
    while let [name, rest @ ..] = names {
        if scheme.eq_ignore_ascii_case(name.as_bytes()) {
            return true;
        }
        names = rest;
    }
    false
}

//! The parser of origin patterns, and the mistakes in them.
//!
//! A pattern without wildcards is an origin that clients can send, by [`super::request_origin`]. The rules here are
//! stricter, because an origin that no page has can only be a slip.
//!
//! Every function is a `const fn`, so that const evaluation can check constants.

use crate::error::MistakeKind;
use crate::origin::host::{is_localhost, unlike_an_opaque_host, wrong_host};
use crate::origin::ip;
use crate::origin::scheme::{is_http, is_opaque, is_scheme, wrong_scheme};
use crate::origin::split::{is_default_port, is_port, split_port, split_scheme};
use crate::syntax::bytes::{contains, equal, is_number, position, split_once, without_final_dot};

/// The parts of a pattern that rules read. If `subdomains` is set, `host` is the base without its `*.`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PatternParts<'a> {
    pub(crate) scheme: &'a [u8],
    pub(crate) subdomains: bool,
    pub(crate) host: &'a [u8],
}

impl PatternParts<'_> {
    /// Reports whether a network attacker can change the page: `http`, except to the machine itself
    /// ([potentially trustworthy origins](https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy)).
    pub(crate) const fn is_insecure(&self) -> bool {
        let host = without_final_dot(self.host);
        let loopback = is_localhost(host)
            || equal(host, b"[::1]")
            || (matches!(host, [b'1', b'2', b'7', b'.', ..]) && ip::is_canonical_ipv4(host));
        equal(self.scheme, b"http") && !loopback
    }
}

/// Parses `text`, or returns the first mistake in it.
pub(crate) const fn parse_pattern(text: &[u8]) -> Result<PatternParts<'_>, MistakeKind> {
    if let Some(kind) = wrong_text(text) {
        return Err(kind);
    }
    let Some((scheme, rest)) = split_scheme(text) else {
        return Err(wrong_start(text));
    };
    if let Some(kind) = wrong_scheme(scheme) {
        return Err(kind);
    }
    if let Some(kind) = wrong_rest(rest) {
        return Err(kind);
    }
    // An address has no subdomains, which is the mistake in `*.[::1]`, not its brackets.
    if !matches!(rest, [b'[', ..]) && contains(rest, b".[") {
        return Err(MistakeKind::WildcardIp);
    }
    let (host, port) = match split_port(rest) {
        Ok(split) => split,
        Err(kind) => return Err(kind),
    };
    let (subdomains, host) = match split_wildcard(scheme, host) {
        Ok(split) => split,
        Err(kind) => return Err(kind),
    };
    if let Some(kind) = wrong_host(scheme, host, subdomains) {
        return Err(kind);
    }
    match wrong_port(scheme, port) {
        Some(kind) => Err(kind),
        None => Ok(PatternParts { scheme, subdomains, host }),
    }
}

/// Reports whether `text` is a pattern, for tests.
#[doc(hidden)]
#[must_use]
pub const fn is_pattern(text: &str) -> bool {
    parse_pattern(text.as_bytes()).is_ok()
}

/// Returns a mistake of the text as a whole.
const fn wrong_text(text: &[u8]) -> Option<MistakeKind> {
    if text.is_empty() {
        return Some(MistakeKind::OriginEmpty);
    }
    if text.eq_ignore_ascii_case(b"null") {
        return Some(MistakeKind::OriginNull);
    }
    if is_all_stars(text) {
        return Some(MistakeKind::WildcardPosition);
    }
    if let Some((scheme, _)) = split_once(text, b':') {
        // Some embedders send `file://` for pages from files, instead of `null`.
        if scheme.eq_ignore_ascii_case(b"file") {
            return Some(MistakeKind::SchemeFile);
        }
        if is_opaque(scheme) {
            return Some(MistakeKind::SchemeOpaque);
        }
        if has_opaque_host(text) {
            return None;
        }
    }
    let mut rest = text;
    while let [byte, tail @ ..] = rest {
        match *byte {
            b' ' => return Some(MistakeKind::OriginWhitespace),
            0..=31 | 127 => return Some(MistakeKind::OriginControl),
            b',' => return Some(MistakeKind::OriginList),
            _ if is_invisible(rest) => return Some(MistakeKind::OriginInvisible),
            _ => rest = tail,
        }
    }
    match text {
        [b'"' | b'\'', ..] | [.., b'"' | b'\''] => Some(MistakeKind::OriginQuotes),
        _ if contains(text, b"${") || contains(text, b"{{") => Some(MistakeKind::OriginPlaceholder),
        _ if looks_like_a_regex(text) => Some(MistakeKind::OriginRegex),
        _ => None,
    }
}

/// Reports whether `text` begins with a character that nobody sees and no name keeps: a soft hyphen, a byte order mark, and those
/// of General Punctuation. The joiners are not among them, because some languages need them.
pub(crate) const fn is_invisible(text: &[u8]) -> bool {
    matches!(
        text,
        [0xc2, 0xad, ..]
            | [0xef, 0xbb, 0xbf, ..]
            | [0xe2, 0x80, 0x8b | 0x8e | 0x8f | 0xaa..=0xae, ..]
            | [0xe2, 0x81, 0xa0..=0xaf, ..]
    )
}

/// Reports whether the host of `text` may contain commas, quotes and similar characters.
const fn has_opaque_host(text: &[u8]) -> bool {
    let Some((scheme, rest)) = split_scheme(text) else { return false };
    let Ok((host, port)) = split_port(rest) else { return false };
    let is_port = match port {
        None | Some(b"*") => true,
        Some(digits) => is_number(digits, 10),
    };
    is_port && is_scheme(scheme) && !is_http(scheme) && unlike_an_opaque_host(host).is_none()
}

const fn is_all_stars(mut text: &[u8]) -> bool {
    while let [b'*', rest @ ..] = text {
        text = rest;
    }
    text.is_empty()
}

const fn looks_like_a_regex(text: &[u8]) -> bool {
    matches!(text, [b'^', ..] | [.., b'$'] | [b'.', b'*', ..])
        || (matches!(text, [b'/', .., b'/']) && !matches!(text, [_, b'/', ..]))
        || contains(text, b"\\.")
        || contains(text, b":\\d")
        || contains(text, b"://.*")
}

/// Returns the mistake in a text without `://`.
const fn wrong_start(text: &[u8]) -> MistakeKind {
    match split_once(text, b':') {
        Some((scheme, _))
            if scheme.eq_ignore_ascii_case(b"http") || scheme.eq_ignore_ascii_case(b"https") =>
        {
            MistakeKind::OriginSlashes
        }
        _ => MistakeKind::OriginNoScheme,
    }
}

/// Returns the mistake in text before or after host and port, which an origin cannot have.
const fn wrong_rest(rest: &[u8]) -> Option<MistakeKind> {
    if let [b'/' | b'\\' | b'?' | b'#', ..] = rest {
        return Some(MistakeKind::HostEmpty);
    }
    let mut tail = rest;
    while let [byte, next @ ..] = tail {
        match *byte {
            b'/' if next.is_empty() => return Some(MistakeKind::OriginTrailingSlash),
            b'/' | b'\\' => return Some(MistakeKind::OriginPath),
            b'?' => return Some(MistakeKind::OriginQuery),
            b'#' => return Some(MistakeKind::OriginFragment),
            b'@' => return Some(MistakeKind::OriginUserinfo),
            _ => tail = next,
        }
    }
    None
}

/// Removes `*.` from the start of the host, and returns whether the host had it.
const fn split_wildcard<'a>(scheme: &[u8], host: &'a [u8]) -> Result<(bool, &'a [u8]), MistakeKind> {
    let (subdomains, base) = match host {
        [b'*', b'.', base @ ..] => (true, base),
        _ => (false, host),
    };
    if position(base, b'*').is_some() || (subdomains && base.is_empty()) {
        return Err(if is_http(scheme) {
            partial_or_misplaced(host)
        } else {
            MistakeKind::WildcardOtherScheme
        });
    }
    Ok((subdomains, base))
}

const fn partial_or_misplaced(host: &[u8]) -> MistakeKind {
    match split_once(host, b'.') {
        Some((label, rest)) if label.len() > 1 && position(rest, b'*').is_none() && !equal(label, b"**") => {
            MistakeKind::WildcardPartialLabel
        }
        _ => MistakeKind::WildcardPosition,
    }
}

const fn wrong_port(scheme: &[u8], port: Option<&[u8]>) -> Option<MistakeKind> {
    match port {
        None | Some(b"*") => None,
        Some([]) => Some(MistakeKind::PortEmpty),
        Some(b"0") => Some(MistakeKind::PortZero),
        Some(digits) if !is_number(digits, 10) => Some(MistakeKind::PortSyntax),
        Some([b'0', ..]) => Some(MistakeKind::PortLeadingZero),
        Some(digits) if !is_port(digits) => Some(MistakeKind::PortTooLarge),
        Some(digits) if is_default_port(scheme, digits) => Some(MistakeKind::PortDefault),
        Some(_) => None,
    }
}

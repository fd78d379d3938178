//! The host of an origin, in the form to which the URL Standard's [host serializer] brings it.
//!
//! [host serializer]: https://url.spec.whatwg.org/#concept-host-serializer

use super::{ip, punycode};
use crate::bytes::{after_last, equal, split_once, strip_prefix, trim_one};
use crate::error::MistakeKind as Kind;

/// The longest host, in bytes (RFC 1035).
pub(crate) const MAX_HOST_LEN: usize = 253;
/// The longest label of a host, in bytes (RFC 1035).
pub(crate) const MAX_LABEL_LEN: usize = 63;

pub(super) const fn wrong_host(scheme: &[u8], host: &[u8], subdomains: bool) -> Option<Kind> {
    if let [b'[', inner @ .., b']'] = host {
        return if subdomains { Some(Kind::WildcardIp) } else { ip::wrong_ipv6(inner) };
    }
    if host.is_empty() {
        return Some(Kind::HostEmpty);
    }
    if let Some(kind) = wrong_characters(host) {
        return Some(kind);
    }
    // The address rule is the URL Standard's for special schemes; hosts of others are opaque.
    if (equal(scheme, b"http") || equal(scheme, b"https")) && ends_in_a_number(host) {
        return match subdomains {
            true => Some(Kind::WildcardIp),
            false if ip::is_canonical_ipv4(host) => None,
            false => Some(Kind::HostIpv4),
        };
    }
    let text_len = if subdomains { host.len() + 2 } else { host.len() };
    match wrong_labels(host) {
        Some(kind) => Some(kind),
        None if text_len > MAX_HOST_LEN => Some(Kind::HostTooLong),
        None => None,
    }
}

const fn wrong_characters(host: &[u8]) -> Option<Kind> {
    let mut uppercase = false;
    let mut invalid = false;
    let mut rest = host;
    while let [byte, tail @ ..] = rest {
        match *byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {}
            b'A'..=b'Z' => uppercase = true,
            128..=255 => return Some(Kind::HostUnicode),
            _ => invalid = true,
        }
        rest = tail;
    }
    match (invalid, uppercase) {
        (true, _) => Some(Kind::HostCharacter),
        (false, true) => Some(Kind::HostUppercase),
        (false, false) => None,
    }
}

/// The URL Standard's "ends in a number checker": such a host is an IPv4 address or nothing.
pub(crate) const fn ends_in_a_number(host: &[u8]) -> bool {
    let last = after_last(trim_one(host, b'.'), b'.');
    match last {
        [b'0', b'x' | b'X', hex @ ..] => hex.is_empty() || ip::is_hex(hex),
        _ => ip::is_digits(last),
    }
}

const fn wrong_labels(host: &[u8]) -> Option<Kind> {
    let mut rest = trim_one(host, b'.');
    loop {
        let (label, tail) = match split_once(rest, b'.') {
            Some((label, tail)) => (label, Some(tail)),
            None => (rest, None),
        };
        if label.is_empty() {
            return Some(Kind::HostLabelEmpty);
        }
        if label.len() > MAX_LABEL_LEN {
            return Some(Kind::HostLabelTooLong);
        }
        if let Some(encoded) = strip_prefix(label, b"xn--")
            && !punycode::decodes(encoded)
        {
            return Some(Kind::HostPunycode);
        }
        if matches!(label, [b'-', ..] | [.., b'-']) {
            return Some(Kind::HostLabelHyphen);
        }
        match tail {
            Some(tail) => rest = tail,
            None => return None,
        }
    }
}

//! The parts of an origin, of a pattern and of an authority.

use crate::error::MistakeKind;
use crate::syntax::bytes::{equal, is_number, number, position, split_once, strip_prefix};

/// Splits `text` into the scheme and the rest after `://`.
pub(crate) const fn split_scheme(text: &[u8]) -> Option<(&[u8], &[u8])> {
    match split_once(text, b':') {
        Some((scheme, rest)) => match strip_prefix(rest, b"//") {
            Some(rest) => Some((scheme, rest)),
            None => None,
        },
        None => None,
    }
}

/// A host, and its port if a `:` follows.
type HostAndPort<'a> = (&'a [u8], Option<&'a [u8]>);

/// Splits an authority into the host, with brackets around an IPv6 address, and the port. Returns the mistake if it has more
/// colons.
pub(crate) const fn split_port(authority: &[u8]) -> Result<HostAndPort<'_>, MistakeKind> {
    if let [b'[', ..] = authority {
        let Some(end) = position(authority, b']') else { return Err(MistakeKind::HostIpv6) };
        return match authority.split_at_checked(end + 1) {
            Some((host, [])) => Ok((host, None)),
            Some((host, [b':', port @ ..])) => Ok((host, Some(port))),
            _ => Err(MistakeKind::HostIpv6),
        };
    }
    match split_once(authority, b':') {
        None => Ok((authority, None)),
        Some((host, port)) => match position(port, b':') {
            None => Ok((host, Some(port))),
            Some(_) if host.is_empty() || is_number(host, 16) => Err(MistakeKind::HostIpv6Brackets),
            Some(_) => Err(MistakeKind::PortSyntax),
        },
    }
}

/// Reports whether `digits` is a port from 1 to 65535 without leading zeros.
pub(crate) const fn is_port(digits: &[u8]) -> bool {
    let is_canonical = is_number(digits, 10) && !matches!(digits, [b'0', ..]);
    is_canonical && digits.len() <= 5 && number(digits, 10) <= 65_535
}

pub(crate) const fn is_default_port(scheme: &[u8], digits: &[u8]) -> bool {
    (equal(scheme, b"https") && equal(digits, b"443")) || (equal(scheme, b"http") && equal(digits, b"80"))
}

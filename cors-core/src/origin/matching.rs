//! The match of a received origin against a pattern that has been parsed.

use crate::origin::host::{self, MAX_HOST_LEN};
use crate::origin::scheme::is_http;
use crate::origin::split::{is_default_port, is_port, split_port, split_scheme};

/// Reports whether `pattern` allows `origin`, the bytes of an `Origin` header.
///
/// In a pattern `*.` stands for one or more labels, and a port of `*` for every port or none. A wildcard matches only what
/// browsers send: `http://localhost:*` does not match `http://localhost:80`, because browsers leave this port out.
#[doc(hidden)]
#[must_use]
pub fn matches(pattern: &str, origin: &[u8]) -> bool {
    match_after_scheme(pattern.as_bytes(), origin).unwrap_or(false)
}

fn match_after_scheme(pattern: &[u8], origin: &[u8]) -> Option<bool> {
    let (scheme, pattern) = split_scheme(pattern)?;
    let origin = origin.strip_prefix(scheme)?.strip_prefix(b"://")?;
    let (pattern, origin) = match pattern.strip_suffix(b":*") {
        Some(host) => (host, without_port(scheme, origin)?),
        None => (pattern, origin),
    };
    Some(match pattern {
        [b'*', dot_base @ ..] => is_below(scheme, dot_base, origin),
        _ => pattern == origin,
    })
}

/// Removes the port, if any. Returns `None` if no origin can have this port.
fn without_port<'o>(scheme: &[u8], origin: &'o [u8]) -> Option<&'o [u8]> {
    let (host, port) = split_port(origin).ok()?;
    port.is_none_or(|digits| is_port(digits) && !is_default_port(scheme, digits)).then_some(host)
}

/// Reports whether `host` is one or more labels followed by `dot_base`, each with the same port or with none.
fn is_below(scheme: &[u8], dot_base: &[u8], host: &[u8]) -> bool {
    let is_label =
        |label: &[u8]| host::is_label(label) && (host::is_decodable_label(label) || !is_http(scheme));
    host.strip_suffix(dot_base).is_some_and(|labels| labels.split(|byte| *byte == b'.').all(is_label))
        && split_port(host).is_ok_and(|(host, _)| host.len() <= MAX_HOST_LEN)
}

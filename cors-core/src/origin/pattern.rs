//! A wildcard entry of an allow-list, and the match of an origin against it.

use crate::error::MistakeKind;
use crate::origin::host::MAX_HOST_LEN;
use crate::origin::{host, parse};
use crate::syntax::bytes::position;

/// An origin pattern: an exact origin, or `scheme://*.host` (one or more labels below `host`, never `host` itself).
/// Either can have `*` as its port, which matches every port, and the default port that origins leave out.
///
/// A wildcard matches only what browsers send. `http://localhost:*` does not match `http://localhost:80`, because
/// browsers leave the port out.
///
/// ```
/// use cors_core::__private::Pattern;
///
/// let pattern = Pattern::parse("https://*.example.com").unwrap();
/// assert!(pattern.matches(b"https://a.b.example.com"));
/// assert!(!pattern.matches(b"https://example.com"));
/// assert!(!pattern.matches(b"https://evil-example.com"));
/// ```
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Pattern<'p>(&'p str);

impl<'p> Pattern<'p> {
    /// Parses a pattern.
    ///
    /// # Errors
    /// Returns the first mistake in `text`. Rules that need more than the text, such as the Public Suffix List and the
    /// combination with credentials, are checked when a [`Config`](crate::config::Config) becomes a policy.
    pub fn parse(text: &'p str) -> Result<Self, MistakeKind> {
        parse::parse(text.as_bytes()).map(|_| Self(text))
    }

    /// Wraps a text that has been parsed.
    pub(crate) const fn from_checked(text: &'p str) -> Self {
        Self(text)
    }

    /// Reports whether the pattern allows `origin`, the bytes of an `Origin` header.
    #[must_use]
    pub fn matches(self, origin: &[u8]) -> bool {
        self.match_after_scheme(origin).unwrap_or(false)
    }

    fn match_after_scheme(self, origin: &[u8]) -> Option<bool> {
        let text = self.0.as_bytes();
        let (scheme, pattern) = text.split_at_checked(position(text, b':')? + "://".len())?;
        let origin = origin.strip_prefix(scheme)?;
        let (pattern, origin) = match pattern.strip_suffix(b":*") {
            Some(host) => (host, without_port(scheme, origin)?),
            None => (pattern, origin),
        };
        Some(match pattern {
            [b'*', dot_base @ ..] => is_below(scheme, dot_base, origin),
            _ => pattern == origin,
        })
    }
}

/// Removes the port, if any. Returns `None` if no origin can have this port.
fn without_port<'o>(scheme: &[u8], origin: &'o [u8]) -> Option<&'o [u8]> {
    let (host, port) = split_port(origin);
    port.is_none_or(|digits| is_received_port(scheme, digits)).then_some(host)
}

/// Splits `rest` into the host and the digits after its `:`. The colons of an IPv6 address are inside brackets.
fn split_port(rest: &[u8]) -> (&[u8], Option<&[u8]>) {
    let colon = rest.iter().rposition(|byte| matches!(byte, b':' | b']'));
    match colon.and_then(|at| rest.split_at_checked(at)) {
        Some((host, [b':', port @ ..])) => (host, Some(port)),
        _ => (rest, None),
    }
}

/// Reports whether `host` is one or more labels followed by `dot_base`, each with the same port or with none. In DNS names,
/// labels that begin with `xn--` have to decode.
fn is_below(scheme: &[u8], dot_base: &[u8], host: &[u8]) -> bool {
    let decodes = |label: &[u8]| !label.starts_with(b"xn--") || host::decodes(label) || !is_http(scheme);
    let is_label = |label: &[u8]| host::is_label(label) && decodes(label);
    host.strip_suffix(dot_base).is_some_and(|labels| labels.split(|byte| *byte == b'.').all(is_label))
        && split_port(host).0.len() <= MAX_HOST_LEN
}

/// Reports whether hosts of `scheme`, which includes its `://`, are DNS names.
fn is_http(scheme: &[u8]) -> bool {
    matches!(scheme, b"http://" | b"https://")
}

/// Reports whether an origin can have a port of these digits. `scheme` includes its `://`.
fn is_received_port(scheme: &[u8], digits: &[u8]) -> bool {
    let scheme = scheme.strip_suffix(b"://").unwrap_or(scheme);
    parse::is_port(digits) && !parse::is_default_port(scheme, digits)
}

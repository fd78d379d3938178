//! A wildcard entry of an allow-list, and the match of an origin against it.

use std::borrow::Cow;

use crate::error::MistakeKind;
use crate::origin::host::MAX_HOST_LEN;
use crate::origin::parse::{OriginParts, Port};
use crate::origin::{host, parse};

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
// The fields are public because a macro writes the parsed pattern as a literal. Only a literal can be referenced from a
// `static`. A constant for the list of each handler would take the compiler about as long as the rest of an expansion.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    #[doc(hidden)]
    pub text: Cow<'static, str>,
    #[doc(hidden)]
    pub layout: Layout,
}

/// The positions of the parts in the text of a pattern, so that a match does not parse the text again.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The length of the scheme with its `://`.
    pub scheme: usize,
    /// The length of the host, without `*.`.
    pub host: usize,
    /// Set if `*.` precedes the host.
    pub subdomains: bool,
    /// Set if the port is `*`.
    pub any_port: bool,
}

impl Pattern {
    /// Parses a pattern.
    ///
    /// # Errors
    /// Returns the first mistake in `text`. Rules that need more than the text, such as the Public Suffix List and the
    /// combination with credentials, are checked when a [`Config`](crate::config::Config) becomes a policy.
    pub fn parse(text: impl Into<Cow<'static, str>>) -> Result<Self, MistakeKind> {
        let text = text.into();
        let layout = Layout::of(&parse::parse(text.as_bytes())?);
        Ok(Self { text, layout })
    }

    /// Returns the text of a pattern that a macro has parsed.
    pub(crate) const fn literal(&self) -> &str {
        match &self.text {
            Cow::Borrowed(text) => text,
            Cow::Owned(_) => "",
        }
    }

    /// Returns the pattern as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Reports whether the pattern allows `origin`, the bytes of an `Origin` header.
    #[must_use]
    pub fn matches(&self, origin: &[u8]) -> bool {
        self.match_after_scheme(origin).unwrap_or(false)
    }

    fn match_after_scheme(&self, origin: &[u8]) -> Option<bool> {
        let Layout { scheme, host, subdomains, any_port } = self.layout;
        let (scheme, rest) = self.text.as_bytes().split_at_checked(scheme)?;
        let (base, fixed_port) = rest.split_at_checked(if subdomains { host + 2 } else { host })?;
        let (host, port) = split_port(origin.strip_prefix(scheme)?);
        let host_matches = match base {
            [b'*', dot_base @ ..] if subdomains => is_below(scheme, dot_base, host),
            _ => host == base,
        };
        let port_matches = match (fixed_port, port) {
            (_, Some(digits)) if any_port => is_received_port(scheme, digits),
            ([b':', wanted @ ..], Some(digits)) => wanted == digits,
            (fixed, None) => any_port || fixed.is_empty(),
            (_, Some(_)) => false,
        };
        Some(host_matches && port_matches)
    }
}

impl Layout {
    const fn of(parts: &OriginParts<'_>) -> Self {
        Self {
            scheme: parts.scheme.len() + "://".len(),
            host: parts.host.len(),
            subdomains: parts.subdomains,
            any_port: matches!(parts.port, Port::Any),
        }
    }
}

/// Splits `rest` into the host and the digits after its `:`. The colons of an IPv6 address are inside brackets.
fn split_port(rest: &[u8]) -> (&[u8], Option<&[u8]>) {
    let colon = rest.iter().rposition(|byte| matches!(byte, b':' | b']'));
    match colon.and_then(|at| rest.split_at_checked(at)) {
        Some((host, [b':', port @ ..])) => (host, Some(port)),
        _ => (rest, None),
    }
}

/// Reports whether `host` is one or more labels followed by `dot_base`. In DNS names, labels that begin with `xn--`
/// have to decode.
fn is_below(scheme: &[u8], dot_base: &[u8], host: &[u8]) -> bool {
    let decodes = |label: &[u8]| !label.starts_with(b"xn--") || host::decodes(label) || !is_http(scheme);
    let is_label = |label: &[u8]| host::is_label(label) && decodes(label);
    host.len() <= MAX_HOST_LEN
        && host.strip_suffix(dot_base).is_some_and(|labels| labels.split(|byte| *byte == b'.').all(is_label))
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

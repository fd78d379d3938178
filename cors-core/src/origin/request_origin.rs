//! The grammar of the origins that requests carry.
//!
//! [`super::pattern`] has other rules, for the origins that a policy can list. Each exact one of them is an origin by
//! this grammar. Clients also send origins that no policy can list, and predicates have to receive them.

use crate::origin::host;
use crate::origin::scheme::is_scheme;
use crate::origin::split::{is_default_port, is_port, split_port, split_scheme};

/// The origin of a page, from the header `Origin` of its request: scheme, host and port.
///
/// It has the form in which browsers write origins. `null` is not an origin, and neither is text with a wildcard. An
/// origin can be one that no policy may list, such as `file://`.
///
/// ```
/// # use cors_core::Origin;
///
/// let origin = Origin::parse(b"https://pr-12.example.com:8443").unwrap();
/// assert_eq!((origin.scheme(), origin.host(), origin.port()), ("https", "pr-12.example.com", Some(8443)));
/// assert_eq!(Origin::parse(b"null"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Origin<'r> {
    text: &'r str,
    scheme: &'r str,
    host: &'r str,
    port: Option<u16>,
}

impl<'r> Origin<'r> {
    /// The length of the longest origin in bytes: 64 for the scheme, 3 for `://`, 253 for the host and 6 for the port.
    /// A longer `Origin` is not read.
    pub const MAX_LEN: usize = 326;

    /// Parses the value of the header. The value is not repaired first.
    #[must_use]
    pub fn parse(value: &'r [u8]) -> Option<Self> {
        if value.len() > Self::MAX_LEN {
            return None;
        }
        let (scheme, rest) = split_scheme(value)?;
        let (host, port) = split_port(rest).ok()?;
        let is_port = |digits| is_port(digits) && !is_default_port(scheme, digits) && !host.is_empty();
        if !is_scheme(scheme) || !host::can_have_host(scheme, host) || !port.is_none_or(is_port) {
            return None;
        }
        let text = |bytes| str::from_utf8(bytes).ok();
        let port = match port {
            Some(digits) => Some(text(digits)?.parse().ok()?),
            None => None,
        };
        Some(Self { text: text(value)?, scheme: text(scheme)?, host: text(host)?, port })
    }

    /// Returns the whole origin: `https://app.example.com:8443`.
    #[must_use]
    pub const fn as_str(self) -> &'r str {
        self.text
    }

    /// Returns the scheme: `https`.
    #[must_use]
    pub const fn scheme(self) -> &'r str {
        self.scheme
    }

    /// Returns the host, with brackets around an IPv6 address.
    ///
    /// Check [`scheme`](Self::scheme) first. The host is a DNS name or an IP address only with `http` and `https`. With
    /// another scheme an app has chosen the host (`app://example.com` is not the site `example.com`), in upper or lower
    /// case, and the host can be empty (`file://`).
    ///
    /// ```
    /// # use cors_core::Origin;
    ///
    /// let origin = Origin::parse(b"file://").unwrap();
    /// assert_eq!((origin.scheme(), origin.host()), ("file", ""));
    /// ```
    #[must_use]
    pub const fn host(self) -> &'r str {
        self.host
    }

    /// Returns the port, unless it is the default port of the scheme.
    #[must_use]
    pub const fn port(self) -> Option<u16> {
        self.port
    }
}

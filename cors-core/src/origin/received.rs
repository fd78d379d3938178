//! An origin as it came with a request.

use super::parse::{Parts, Port, parse};

/// The origin of a page, from the header `Origin` of its request: scheme, host and port.
///
/// It is one that could stand in a policy: lower case, without wildcards, and not `null`.
///
/// ```
/// use cors_core::Origin;
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
    /// Reads the value of the header. Nothing that has to be mended is an origin.
    #[must_use]
    pub fn parse(value: &'r [u8]) -> Option<Self> {
        if value.len() > super::MAX_ORIGIN_LEN {
            return None;
        }
        let Parts { scheme, subdomains: false, host, port } = parse(value).ok()? else { return None };
        let port = match port {
            Port::Default => None,
            Port::Exact(digits) => Some(str::from_utf8(digits).ok()?.parse().ok()?),
            Port::Any => return None,
        };
        let text = |bytes| str::from_utf8(bytes).ok();
        Some(Self { text: text(value)?, scheme: text(scheme)?, host: text(host)?, port })
    }

    /// The whole origin: `https://app.example.com:8443`.
    #[must_use]
    pub const fn as_str(self) -> &'r str {
        self.text
    }

    /// The scheme: `https`.
    #[must_use]
    pub const fn scheme(self) -> &'r str {
        self.scheme
    }

    /// The host, an IPv6 address in brackets.
    #[must_use]
    pub const fn host(self) -> &'r str {
        self.host
    }

    /// The port, if it is not the default one of the scheme.
    #[must_use]
    pub const fn port(self) -> Option<u16> {
        self.port
    }
}

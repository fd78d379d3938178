//! Potentially trustworthy origins.

use crate::origin::{ip, parse};
use crate::syntax::bytes::{ends_with, equal, trim_one};

/// Reports whether a network attacker can change the page: `http`, except to the machine itself.
pub(crate) const fn is_insecure(parts: &parse::OriginParts<'_>) -> bool {
    let host = trim_one(parts.host, b'.');
    let loopback = equal(host, b"localhost")
        || ends_with(host, b".localhost")
        || equal(host, b"[::1]")
        || (matches!(host, [b'1', b'2', b'7', b'.', ..]) && ip::is_canonical_ipv4(host));
    equal(parts.scheme, b"http") && !loopback
}

//! The `token` of RFC 9110, section 5.6.2, the syntax of methods and header names.

use crate::syntax::bytes::position;

/// Reports whether `text` is a token: one or more letters, digits or ``!#$%&'*+-.^_`|~``.
pub const fn is_token(mut text: &[u8]) -> bool {
    if text.is_empty() {
        return false;
    }
    while let [byte, rest @ ..] = text {
        if !is_token_byte(*byte) {
            return false;
        }
        text = rest;
    }
    true
}

const fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || position(b"!#$%&'*+-.^_`|~", byte).is_some()
}

/// Reports whether `method` is safe (RFC 9110, section 9.2.1) and can be served by a route.
pub(crate) fn is_safe(method: &[u8]) -> bool {
    matches!(method, b"GET" | b"HEAD" | b"OPTIONS")
}

/// Reports whether `method` is a [forbidden method](https://fetch.spec.whatwg.org/#forbidden-method) of Fetch.
pub(crate) fn is_forbidden_method(method: &[u8]) -> bool {
    ["CONNECT", "TRACE", "TRACK"].iter().any(|forbidden| forbidden.as_bytes().eq_ignore_ascii_case(method))
}

/// Reports whether a browser can send `method`. Methods longer than any in use are rejected without a check.
pub(crate) fn is_sendable(method: &[u8]) -> bool {
    method.len() <= MAX_METHOD_LEN && is_token(method) && !is_forbidden_method(method)
}

pub(crate) const MAX_METHOD_LEN: usize = 64;

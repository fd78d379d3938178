//! Request headers that need no preflight.

use std::cmp::Ordering;

use super::syntax::is_token;

/// The longest value of one safelisted header, in bytes. `MAX_TOTAL_LEN` bounds all of them together.
const MAX_VALUE_LEN: usize = 128;
pub(crate) const MAX_TOTAL_LEN: usize = 1024;

/// Reports whether a script may send this header to another origin without a preflight: whether it is a
/// [CORS-safelisted request-header](https://fetch.spec.whatwg.org/#cors-safelisted-request-header).
///
/// `value` is the value as sent, without spaces around it.
///
/// ```
/// # use cors_browser::is_safelisted_header;
///
/// assert!(is_safelisted_header("Content-Type", b"text/plain;charset=UTF-8"));
/// assert!(!is_safelisted_header("Content-Type", b"application/json"));
/// assert!(!is_safelisted_header("X-Requested-With", b"XMLHttpRequest"));
/// ```
#[must_use]
pub fn is_safelisted_header(name: &str, value: &[u8]) -> bool {
    if value.len() > MAX_VALUE_LEN {
        return false;
    }
    match name.to_ascii_lowercase().as_str() {
        "accept" => !value.iter().any(is_unsafe_byte),
        "accept-language" | "content-language" => value.iter().all(is_language_byte),
        "content-type" => !value.iter().any(is_unsafe_byte) && has_form_type(value),
        "range" => is_simple_range(value),
        _ => false,
    }
}

/// Reports whether a script may set this header in mode `no-cors`: whether it is a
/// [no-CORS-safelisted request-header](https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header).
pub(crate) fn is_no_cors_safelisted(name: &str, value: &[u8]) -> bool {
    let names = ["accept", "accept-language", "content-language", "content-type"];
    names.iter().any(|safe| name.eq_ignore_ascii_case(safe)) && is_safelisted_header(name, value)
}

/// Reports whether `byte` is a
/// [CORS-unsafe request-header byte](https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte).
fn is_unsafe_byte(byte: &u8) -> bool {
    matches!(byte, 0..=0x08 | 0x0a..=0x1f | 0x7f) || b"\"():<>?@[\\]{}".contains(byte)
}

fn is_language_byte(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || b" *,-.;=".contains(byte)
}

/// Reports whether the value is a MIME type that forms can send
/// ([parse a MIME type](https://mimesniff.spec.whatwg.org/#parsing-a-mime-type)). Parameters are ignored.
fn has_form_type(value: &[u8]) -> bool {
    let Some((kind, rest)) = split_once(value.trim_ascii(), b'/') else { return false };
    let subtype = split_once(rest, b';').map_or(rest, |(subtype, _)| subtype).trim_ascii_end();
    let essence = [kind, subtype].join(&b'/').to_ascii_lowercase();
    is_token(kind)
        && is_token(subtype)
        && [&b"application/x-www-form-urlencoded"[..], b"multipart/form-data", b"text/plain"]
            .contains(&essence.as_slice())
}

/// Reports whether the value is one range with a start and without spaces
/// ([parse a single range header value](https://fetch.spec.whatwg.org/#simple-range-header-value)).
fn is_simple_range(value: &[u8]) -> bool {
    let Some((start, end)) = value.strip_prefix(b"bytes=").and_then(|range| split_once(range, b'-')) else {
        return false;
    };
    let is_number = |digits: &[u8]| digits.iter().all(u8::is_ascii_digit);
    !start.is_empty()
        && is_number(start)
        && is_number(end)
        && (end.is_empty() || compare_numbers(start, end) != Ordering::Greater)
}

fn split_once(value: &[u8], separator: u8) -> Option<(&[u8], &[u8])> {
    let mut parts = value.splitn(2, |byte| *byte == separator);
    Some((parts.next()?, parts.next()?))
}

/// Compares numbers of any length.
fn compare_numbers(left: &[u8], right: &[u8]) -> Ordering {
    let significant = |digits: &[u8]| {
        let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        digits.iter().skip(zeros).copied().collect::<Vec<u8>>()
    };
    let (left, right) = (significant(left), significant(right));
    left.len().cmp(&right.len()).then(left.cmp(&right))
}

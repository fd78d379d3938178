//! The syntax of header names, methods and lists in HTTP.

/// Reports whether `text` is a [token](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2).
///
/// `http::HeaderName` differs: its length ends at 65 535 bytes, and before http 1.2 it accepts `"`.
pub(crate) fn is_token(text: &[u8]) -> bool {
    let is_token_byte = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(byte);
    !text.is_empty() && text.iter().all(is_token_byte)
}

/// Removes spaces and tabs on both sides.
pub(crate) fn trim(mut value: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = value {
        value = rest;
    }
    value
}

/// [Normalizes](https://fetch.spec.whatwg.org/#concept-header-value-normalize) the value of a header that a script sets:
/// removes spaces, tabs and line ends on both sides.
pub(crate) fn normalize(mut value: &[u8]) -> &[u8] {
    while let [b' ' | b'\t' | b'\r' | b'\n', rest @ ..] | [rest @ .., b' ' | b'\t' | b'\r' | b'\n'] = value {
        value = rest;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::is_token;

    #[test]
    fn each_byte_is_as_in_policies_and_in_the_http_crate() {
        for byte in 0..=u8::MAX {
            for text in [&[byte][..], &[b'a', byte], &[byte, b'a']] {
                let found = is_token(text);
                assert_eq!(found, cors_core::__macros::is_token(text), "{}", text.escape_ascii());
                assert_eq!(found, http::HeaderName::from_bytes(text).is_ok(), "{}", text.escape_ascii());
            }
        }
    }

    #[test]
    fn a_token_has_a_byte_and_no_longest_length() {
        assert!(!is_token(b""));
        assert!(is_token(&[b'a'; 1 << 16]));
        assert!(http::HeaderName::from_bytes(&[b'a'; 1 << 16]).is_err());
    }
}

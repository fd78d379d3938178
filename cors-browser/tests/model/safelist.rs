//! The request headers that need no preflight, byte for byte.

use cors_browser::is_safelisted_header;

/// Checks each header with this byte inside its value.
fn check(byte: u8, accept: bool, language: bool) {
    let inside = |start: &[u8]| [start, &[byte], b"a"].concat();
    for (name, start, expected) in [
        ("accept", &b"a"[..], accept),
        ("content-type", b"text/plain;a", accept),
        ("accept-language", b"a", language),
        ("content-language", b"a", language),
    ] {
        assert_eq!(is_safelisted_header(name, &inside(start)), expected, "{byte:#04x} in `{name}`");
    }
}

#[test]
fn every_byte_is_safelisted_as_the_standard_says() {
    for byte in 0..=0xff {
        match byte {
            b'\t' => check(byte, true, false),
            0..=0x1f | 0x7f => check(byte, false, false),
            b'"' | b'(' | b')' | b':' | b'<' | b'>' | b'?' | b'@' => check(byte, false, false),
            b'[' | b'\\' | b']' | b'{' | b'}' => check(byte, false, false),
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => check(byte, true, true),
            b' ' | b'*' | b',' | b'-' | b'.' | b';' | b'=' => check(byte, true, true),
            _ => check(byte, true, false),
        }
    }
}

#[test]
fn spaces_around_a_type() {
    for (value, expected) in [
        (&b" text/plain\t"[..], true),
        (b"text/plain ;charset=utf-8", true),
        (b"text/plain\t; a", true),
        (b"text /plain", false),
        (b"text/ plain", false),
    ] {
        assert_eq!(is_safelisted_header("content-type", value), expected, "{}", value.escape_ascii());
    }
}

//! The functions of the syntax, which the macros call as well.

use cors_core::__macros::{is_token, nearest};
use cors_core::__private::{join, joined_len, text};

#[test]
fn slips_are_recognised_and_strangers_are_not() {
    let keys = ["origins", "methods", "allow_headers", "credentials"];
    assert_eq!(nearest("orgins", keys), Some("origins"));
    assert_eq!(nearest("orgns", keys), Some("origins"));
    assert_eq!(nearest("originss", keys), Some("origins"));
    assert_eq!(nearest("credentails", keys), Some("credentials"));
    assert_eq!(nearest("Methods", keys), Some("methods"));
    assert_eq!(nearest("cred", keys), Some("credentials"));
    assert_eq!(nearest("GTE", ["PUT", "GET"]), Some("GET"));
    assert_eq!(nearest("EGX", ["GET"]), None);
    assert_eq!(nearest("my-origins-list", keys), None);
    assert_eq!(nearest("or", keys), None);
    assert_eq!(nearest("zebra", keys), None);
    assert_eq!(nearest("", keys), None);
    assert_eq!(nearest("x", []), None);
}

#[test]
fn tokens_are_told_from_other_text() {
    for token in ["GET", "x-a", "'bb-8'", "*", "a.b_c", "1"] {
        assert!(is_token(token.as_bytes()), "{token}");
    }
    for other in ["", " ", "a b", "a,b", "a:b", "\"bb-8\"", "G\u{c9}T", "a\0", "a/b", "(a)", "a=1", "a\t"] {
        assert!(!is_token(other.as_bytes()), "{other:?}");
    }
}

#[test]
fn lists_are_joined_in_const_context() {
    const LIST: &[&str] = &["content-type", "x-a", "x-b"];
    const JOINED: [u8; joined_len(LIST)] = join(LIST);
    assert_eq!(text(&JOINED), LIST.join(", "));
    assert_eq!(text(&join::<{ joined_len(&[]) }>(&[])), "");
}

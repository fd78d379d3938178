//! Origins that a client can send, compared with those that a policy can list.

use cors_core::__private::is_pattern;

use cors_core::{Origin, Policy};
use cors_oracle::grammar::{is_entry, is_received};
use proptest::prelude::*;
use proptest::sample::select;
use url::Url;

use crate::decision::properties::origin;

/// Received origins of any scheme, each beside a near text that is no origin.
const TEXTS: [(&str, &str); 22] = [
    ("a://b", "a:b"),
    ("a://b", "a:/b"),
    ("a://b", "://b"),
    ("a://b", "b"),
    ("a://b", " a://b"),
    ("a://b", "a://b "),
    ("a://b", "a://b/"),
    ("a://b!", "a://b\t"),
    ("a://b~", "a://b\x7f"),
    ("a://b~", "a://b\u{80}"),
    ("a+b-c.1://d", "a_b://d"),
    ("a1://d", "1a://d"),
    ("a.://d", ".a://d"),
    ("a://d", "A://d"),
    ("a://d:65535", "a://d:65536"),
    ("a://d:1", "a://d:0"),
    ("a://d:8", "a://d:08"),
    ("a://d:80", "a://d:8:0"),
    ("a://d:443", "a://d:"),
    ("a://d", "a://d:*"),
    ("a://d:8", "a://d:+8"),
    ("a://[::]:8", "a://[::]8"),
];

const HTTP: [(&str, &str); 29] = [
    ("http://a:443", "http://a:80"),
    ("https://a:80", "https://a:443"),
    ("https://a", "https://"),
    ("http://127.0.0.1", "http://127.1"),
    ("http://0.0.0.0:1", "http://0.0.0.00:1"),
    ("http://1.2.3.255", "http://1.2.3.256"),
    ("http://1.2.3.4", "http://1.2.3.4."),
    ("http://1.2.3.4", "http://1.2.3.4.5"),
    ("http://a.4a", "http://a.4"),
    ("http://a.0xg", "http://a.0x"),
    ("http://0xf.a", "http://a.0xf"),
    ("http://a.0x.a.", "http://a.0x."),
    ("http://[::1]", "http://[::01]"),
    ("http://[2001:db8::a]", "http://[2001:db8::A]"),
    ("http://[1:2:3:4:5:6:7:8]", "http://[1:2:3:4:5:6:7:8:9]"),
    ("http://[1::2:0:0:3:4]", "http://[1:0:0:2::3:4]"),
    ("http://[::ffff:7f00:1]", "http://[::ffff:127.0.0.1]"),
    ("http://[fe80::1]", "http://[fe80::1%25eth0]"),
    ("http://[::]", "http://[::"),
    ("https://a_b-c.d1", "https://a~b"),
    ("https://-a-.-b-.-", "https://A"),
    ("https://a.example.", "https://a.example.."),
    ("https://a.b", "https://a..b"),
    ("https://a", "https://.a"),
    ("https://a", "https://."),
    ("https://xn--bcher-kva.example", "https://xn--a.example"),
    ("https://a-xn--.example", "https://xn--.example"),
    ("https://a.example", "https://u@a.example"),
    ("https://a61", "https://%61"),
];

const OTHERS: [(&str, &str); 16] = [
    ("file://", "file://:80"),
    ("app://", "app:///"),
    ("app://", "app://:1"),
    ("app://.", "app://./"),
    ("app://-", "app://-#"),
    ("app://..a..", "app://a?"),
    ("app://A.b", "APP://a.b"),
    ("app://LOCALHOST", "app://LOCALHOST@"),
    ("app://%zz%", "app://a<"),
    ("app://!\"$&'()", "app://a>"),
    ("app://*+,;=_`{}~:9", "app://a^"),
    ("app://xn--.1.0x", "app://a|"),
    ("app://127.1:80", "app://a\\b"),
    ("app://[::1]:80", "app://[::01]:80"),
    ("app://[::ffff:1:1]", "app://[a]"),
    ("safari-web-extension://140BB581-A2C0-4C8A-9E0B-7C1C0D3A2B11", "app://a]"),
];

#[test]
fn every_clause_of_the_grammar_has_two_sides() {
    for (origin, other) in [&TEXTS[..], &HTTP, &OTHERS].concat() {
        assert!(Origin::parse(origin.as_bytes()).is_some(), "{origin}");
        assert_eq!(Origin::parse(other.as_bytes()), None, "{other:?}");
    }
    for other in [
        "",
        "null",
        "NULL",
        "*",
        "://",
        "a://b,c://d",
        "https://a.example, https://b.example",
        "https://*.a.example",
        "http://localhost:*",
    ] {
        assert_eq!(Origin::parse(other.as_bytes()), None, "{other:?}");
    }
    assert_eq!(Origin::parse(b"app://a\xff"), None);
}

#[test]
fn every_length_has_two_sides() {
    let scheme = |len| format!("{}://a", "a".repeat(len));
    let label = |len| format!("https://a.{}.example", "a".repeat(len));
    let host = |len: usize| {
        format!("https://{}{}", "a.".repeat((len - 1) / 2), if len.is_multiple_of(2) { "aa" } else { "a" })
    };
    let final_dot = |len: usize| {
        format!("https://{}{}", if len.is_multiple_of(2) { "" } else { "a" }, "a.".repeat(len / 2))
    };
    let opaque = |len| format!("app://{}", "!".repeat(len));
    for (longest, longer) in [
        (scheme(64), scheme(65)),
        (label(63), label(64)),
        (host(253), host(254)),
        (final_dot(252), final_dot(254)),
        (opaque(253), opaque(254)),
    ] {
        assert!(Origin::parse(longest.as_bytes()).is_some(), "{longest}");
        assert_eq!(Origin::parse(longer.as_bytes()), None, "{longer}");
    }
}

#[test]
fn an_origin_has_its_parts() {
    for (text, scheme, host, port) in [
        ("https://a-.example:8443", "https", "a-.example", Some(8443)),
        ("http://[::1]:1", "http", "[::1]", Some(1)),
        ("http://[::1]", "http", "[::1]", None),
        ("file://", "file", "", None),
        ("app://.", "app", ".", None),
        ("app://A%20b:80", "app", "A%20b", Some(80)),
    ] {
        let origin = Origin::parse(text.as_bytes()).unwrap();
        assert_eq!((origin.scheme(), origin.host(), origin.port()), (scheme, host, port), "{text}");
        assert_eq!(origin.as_str(), text);
    }
}

const SCHEMES: [&str; 8] = ["http", "https", "app", "chrome-extension", "file", "ftp", "Http", "a_b"];
const HOSTS: [&str; 24] = [
    "",
    ".",
    "-",
    "localhost",
    "Localhost",
    "ABC",
    "a.",
    "-a.b.c",
    "a.-b.c",
    "a.b-.c",
    "a.b.-c",
    "a-.b.c.",
    "a.b.c-.",
    "1.2.3.4",
    "1.2.3",
    "a.1",
    "[::1]",
    "[::01]",
    "[::ffff:1:1]",
    "xn--a",
    "xn--bcher-kva",
    "xn--wca",
    "a b",
    "a*",
];
const PORTS: [&str; 11] = ["", "", ":1", ":80", ":443", ":0", ":", ":65536", ":*", ":08", "/"];

/// Generates texts of all schemes, most of them near origins.
fn near() -> impl Strategy<Value = String> {
    let host = prop_oneof![
        4 => select(&HOSTS[..]).prop_map(str::to_owned),
        1 => "[a-z0-9.-]{0,9}",
        1 => "[!-~]{0,6}",
        1 => "xn--[a-z0-9-]{0,12}",
        1 => "\\[[0-9a-f:.]{0,12}\\]",
    ];
    (select(&SCHEMES[..]), host, select(&PORTS[..]))
        .prop_map(|(scheme, host, port)| format!("{scheme}://{host}{port}"))
}

/// Reports whether the `url` crate accepts an origin whose scheme the URL Standard does not know.
fn is_origin_to_the_url_standard(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| {
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        url.port() != Some(0)
            && format!("{}://{}{port}", url.scheme(), url.host_str().unwrap_or_default()) == text
    })
}

proptest! {
    #![proptest_config(crate::cases(6000))]

    #[test]
    fn a_predicate_is_asked_about_what_the_design_says(bytes in prop_oneof![origin(), near().prop_map(String::into_bytes)]) {
        prop_assert_eq!(Origin::parse(&bytes).is_some(), is_received(&bytes), "{}", String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_right_entry_is_what_the_design_says(text in near()) {
        if !text.contains('*') {
            prop_assert_eq!(is_pattern(&text), is_entry(&text), "{}", text);
        }
    }

    /// The converse does not hold: some of these `xn--` labels encode names that browsers write in another form.
    #[test]
    fn a_right_entry_is_received_and_allows_itself(text in near()) {
        if let Ok(policy) = Policy::builder().origins([text.clone()]).build() && !text.contains('*') {
            prop_assert!(is_entry(&text), "{}", text);
            prop_assert!(Origin::parse(text.as_bytes()).is_some(), "{}", text);
            let answer = cors_oracle::decide::decide(&policy, b"GET", &[text.clone().into_bytes()], &[]);
            prop_assert_eq!(answer.allow_origin(), Some(text.as_bytes()));
        }
    }

    #[test]
    fn a_host_without_labels_is_an_entry_as_it_is(host in "[!\"$-)+-.0-9;=A-Z_`a-z{}~]{1,40}", port in select(&["", ":80"][..])) {
        let text = format!("app://{host}{port}");
        let is_local = host.eq_ignore_ascii_case("localhost") && host != "localhost";
        prop_assert_eq!(Policy::builder().origins([text.clone()]).build().is_ok(), !is_local, "{}", text);
    }

    #[test]
    fn an_opaque_host_is_one_to_the_url_standard(host in "[!-~]{0,12}", port in select(&["", ":80", ":0", ":08"][..])) {
        let text = format!("app://{host}{port}");
        prop_assert_eq!(Origin::parse(text.as_bytes()).is_some(), is_origin_to_the_url_standard(&text), "{}", text);
    }
}

//! A report offers an entry only if the entry is valid and lets the page pass. Otherwise the report names the keys that
//! can decide.

use cors_core::{Origin, Policy};
use cors_oracle::grammar::is_entry;
use proptest::prelude::*;
use proptest::sample::select;

use super::{CODE, COOKIES, LIST, NO_ORIGIN, actual, preflight, report};

/// Received origins that no entry can match.
const WITHOUT_ENTRY: [&str; 14] = [
    "file://",
    "file://a.example",
    "app://",
    "ftp://a.example",
    "wss://a.example",
    "data://a",
    "moz-extension://*",
    "app://a*b",
    "app://*.a.example",
    "chrome-extension://ABC",
    "tauri://LOCALHOST",
    "http://-",
    "https://a-.example",
    "http://[::ffff:7f00:1]",
];

#[test]
fn what_no_entry_stands_for_is_left_to_a_predicate() {
    for origin in WITHOUT_ENTRY.into_iter().chain(["https://xn--wca.example"]) {
        let origin: &'static str = origin;
        assert!(Origin::parse(origin.as_bytes()).is_some(), "{origin}");
        for policy in [&LIST, &COOKIES, &Policy::SAME_ORIGIN] {
            for request in [actual(b"GET", origin.as_bytes()), preflight(b"PUT", origin.as_bytes())] {
                let report = report(policy, request, &[]).unwrap();
                assert!(report.ends_with("; only a predicate(…) can allow it"), "{report}");
                assert_eq!(offered(&report), None, "{report}");
            }
        }
        let report = report(&CODE, actual(b"GET", origin.as_bytes()), &[]).unwrap();
        assert!(
            report.ends_with(": predicate(is_preview) refuses it; only what it returns can allow it"),
            "{report}"
        );
    }
}

#[test]
fn what_a_report_offers_is_told_in_full() {
    for (origin, expected) in [
        (
            "file://",
            "it is not in origins, and browsers send `null` for pages from files, and some embedders send \
             `file://`, for every file alike; only a predicate(…) can allow it",
        ),
        (
            "moz-extension://*",
            "it is not in origins, and no entry can match it; only a predicate(…) can allow it",
        ),
        ("app://a*\"", "it is not in origins, and no entry can match it; only a predicate(…) can allow it"),
        ("app://.", "it is not in origins; to allow it, add \"app://.\" to origins"),
        (
            "http://foo-.example.com",
            "it is not in origins; to allow it, add \"http://foo-.example.com\" to origins",
        ),
        ("app://'a'", "it is not in origins; to allow it, add it to origins"),
        (
            "http://localhost:80",
            "origin `http://localhost:80` has the default port of its scheme, which browsers leave out, so a \
             program that is no browser sent it, or a proxy changed it",
        ),
        (
            "https://a!b.example",
            "origin `https://a!b.example` has a character that host names cannot have, so a program that is no browser \
             sent it, or a proxy changed it",
        ),
        ("app://*/", NO_ORIGIN),
    ] {
        let report = report(&LIST, actual(b"GET", origin.as_bytes()), &[]).unwrap();
        let (_, why) = report.split_once("/users/{id}: ").unwrap();
        assert_eq!(why, expected, "{origin}");
    }
}

/// Returns the entry that a report suggests.
fn offered(report: &str) -> Option<&str> {
    let after = |words| report.rsplit_once(words).map(|(_, after)| after);
    after("to allow it, add \"").or_else(|| after("origins = [\""))?.split('"').next()
}

proptest! {
    #![proptest_config(crate::cases(4000))]

    #[test]
    fn what_is_offered_is_an_entry_that_allows_the_origin(
        scheme in select(&["http", "https", "app", "chrome-extension", "file", "ftp"][..]),
        host in prop_oneof![
            "[a-zA-Z*!'.-]{0,8}",
            "[a-z-]{1,4}\\.[a-z-]{1,4}\\.example\\.?",
            Just("localhost".to_owned()),
            Just("LocalHost".to_owned()),
        ],
        port in select(&["", ":80", ":443", ":8080"][..]),
        credentials in any::<bool>(),
    ) {
        let text = format!("{scheme}://{host}{port}");
        let origin: &'static [u8] = text.clone().into_bytes().leak();
        let is_received = Origin::parse(origin).is_some();
        let report = report(if credentials { &COOKIES } else { &LIST }, actual(b"GET", origin), &[]).unwrap();
        let is_safe = !credentials || scheme != "http" || host.trim_end_matches('.') == "localhost";
        let is_shown = !text.contains('\'');
        prop_assert_eq!(offered(&report).is_some(), is_entry(&text) && is_safe && is_shown, "{}", report);
        if let Some(entry) = offered(&report) {
            prop_assert_eq!(entry, &text);
            prop_assert!(Policy::builder().origins([entry]).credentials(credentials).build().is_ok());
        }
        let names_predicate = report.ends_with("; only a predicate(…) can allow it");
        prop_assert_eq!(names_predicate, is_received && !is_entry(&text), "{}", report);
        prop_assert_eq!(report.ends_with("or a proxy changed it"), !is_received, "{}", report);
    }
}

//! Checks and sorting in const evaluation, compared with run time.

use std::panic::catch_unwind;

use cors_core::__macros::by_length;
use cors_core::__private::{ConstRoute, DistinctOrigins, OriginText, StaticOrigins, StaticPolicy};
use cors_core::Policy;
use cors_oracle::policy_of;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const WRITTEN: &[&str] =
    &["https://bb.example", "https://b.example", "https://a.example", "https://b.example", "tauri://x", ""];
const SORTED: &DistinctOrigins<6> = &DistinctOrigins::of(WRITTEN);
const NONE: &DistinctOrigins<0> = &DistinctOrigins::of(&[]);

const _: () = OriginText.check("https://app.example.com", true, "");
const _: () = OriginText.check("http://localhost:3000", true, "");
const _: () = OriginText.check("http://app.example.com", false, "");
const _: () = OriginText.check("http://app.example.com", true, "null_origin, insecure_origins");
const _: () = OriginText.check("null", false, "null_origin");

static GET: Policy = with_methods("GET");
static HEAD: Policy = with_methods("HEAD");
static PUT: Policy = with_methods("PUT");

const fn with_methods(methods: &'static str) -> Policy {
    let base = StaticPolicy::SAME_ORIGIN;
    policy_of(StaticPolicy { origins: StaticOrigins::Any, methods: Some(methods), ..base })
}

const ROUTE: ConstRoute = ConstRoute {
    methods: Some("GET"),
    head_follows_get: true,
    is_of_router: false,
    has_methods: false,
    needs_content_type: false,
    is_enforced: false,
    framework: "",
};

const _: () = PUT.check_on(ConstRoute { methods: Some("GET, PUT"), ..ROUTE });
const _: () = PUT.check_on(ConstRoute { methods: Some("GET, HEAD, PUT"), ..ROUTE });
const _: () = PUT.check_on(ConstRoute { methods: None, ..ROUTE });
const _: () = HEAD.check_on(ConstRoute { is_of_router: true, ..ROUTE });
const _: () = HEAD.check_on(ConstRoute { methods: Some("GET, HEAD"), is_of_router: true, ..ROUTE });
const _: () = GET.check_on(ConstRoute { methods: Some("HEAD"), is_of_router: true, ..ROUTE });

#[test]
fn a_bound_has_to_leave_methods_that_are_known() {
    for route in [ROUTE, ConstRoute { is_of_router: true, ..ROUTE }] {
        assert!(catch_unwind(|| PUT.check_on(route)).is_err());
    }
    assert!(catch_unwind(|| HEAD.check_on(ROUTE)).is_err());
}

/// The cut is at the end of a character, wherever the message is cut.
#[test]
fn a_long_message_is_cut() {
    for len in 850..=950 {
        let methods: &'static str = "A".repeat(len).leak();
        let panic = catch_unwind(|| with_methods(methods).check_on(ROUTE)).unwrap_err();
        let message = panic.downcast_ref::<String>().unwrap();
        assert!(message.contains("AAAA"), "{len}: {message}");
    }
}

#[test]
fn a_const_item_is_sorted_without_repetitions() {
    assert_eq!(
        SORTED.as_slice(),
        ["", "tauri://x", "https://a.example", "https://b.example", "https://bb.example"]
    );
    assert!(NONE.as_slice().is_empty());
}

/// Parts that are wrong alone or together.
const ORIGINS: [&str; 32] = [
    "https://a.example",
    "http://a.example",
    "http://localhost:3000",
    "http://x.localhost",
    "http://127.0.0.1",
    "http://[::1]:8080",
    "http://127.0.0.2:80",
    "https://a.example:443",
    "https://a.example:0",
    "https://a.example/",
    "https://A.example",
    "https://u@a.example",
    "https://a..example",
    "https://-a.example",
    "http://[::0]",
    "http://127.1",
    "tauri://localhost",
    "ftp://a.example",
    "app://.",
    "app://A,b$",
    "app://",
    "app://LOCALHOST",
    "app://[::ffff:1:1]",
    "chrome-extension://ABC",
    "https://foo-.a.example",
    "https://a.example-",
    "file://",
    "null",
    "NULL",
    "a.example",
    "",
    " https://a.example",
];
const DANGERS: [&str; 4] =
    ["", "insecure_origins", "null_origin", "null_origin, insecure_origins, public_suffix_wildcards"];

/// A constant is valid if the equal literal is. An unneeded danger is not checked for a single element.
#[test]
fn a_constant_is_judged_as_a_literal() {
    for origin in ORIGINS {
        for credentials in [false, true] {
            for dangers in DANGERS {
                let words = dangers.split(", ").filter(|word| !word.is_empty());
                let needed = |word: &&str| {
                    let with = |words: Option<&str>| build(origin, credentials, words.into_iter()).is_ok();
                    with(Some(word)) && !with(None)
                };
                let literal = build(origin, credentials, words.filter(needed)).is_ok();
                let constant = catch_unwind(|| OriginText.check(origin, credentials, dangers)).is_ok();
                assert_eq!(constant, literal, "{origin:?}, credentials: {credentials}, {dangers:?}");
            }
        }
    }
}

#[test]
fn a_constant_is_no_pattern() {
    for pattern in ["*", "https://*.example.com", "http://localhost:*"] {
        assert!(catch_unwind(|| OriginText.check(pattern, false, "")).is_err(), "{pattern}");
    }
}

/// A policy that inherits from another one is checked as a whole.
#[test]
fn patterns_are_judged_with_what_they_come_to() {
    for (patterns, credentials, is_right) in [
        (&["https://*.a.example"], true, true),
        (&["http://*.a.example"], false, true),
        (&["http://*.a.example"], true, false),
        (&["http://localhost:*"], true, true),
    ] {
        let result = catch_unwind(|| {
            let origins = StaticOrigins::List { exact: &[], patterns };
            let checked = StaticPolicy { origins, credentials, ..StaticPolicy::SAME_ORIGIN };
            checked.check_merged(StaticPolicy::SAME_ORIGIN, false)
        });
        assert_eq!(result.is_ok(), is_right, "{patterns:?}, credentials: {credentials}");
    }
}

/// The Public Suffix List, which says below which of them anyone can register a name, is not read in const evaluation.
#[test]
fn no_wildcard_of_a_base_is_named() {
    const BASE: StaticPolicy = StaticPolicy {
        origins: StaticOrigins::List {
            exact: &[],
            patterns: &["https://*.a.example", "https://*.github.io"],
        },
        dangerously_allow: "public_suffix_wildcards",
        ..StaticPolicy::SAME_ORIGIN
    };
    let without_danger = || StaticPolicy { dangerously_allow: "", ..BASE };
    let panic = catch_unwind(|| without_danger().check_merged(BASE, true)).unwrap_err();
    let message = panic.downcast_ref::<String>().unwrap();
    assert!(!message.contains("https://"), "{message}");
}

fn build<'a>(
    origin: &str,
    credentials: bool,
    dangers: impl Iterator<Item = &'a str>,
) -> Result<Policy, cors_core::PolicyError> {
    Policy::builder().origins([origin]).credentials(credentials).dangerously_allow(dangers).build()
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn constants_are_in_the_order_of_the_look_up(list in vec(select(&ORIGINS[..]), 6)) {
        let mut expected = list.clone();
        expected.sort_by(|left, right| by_length(left.as_bytes(), right.as_bytes()));
        expected.dedup();
        let distinct = DistinctOrigins::<6>::of(&list);
        prop_assert_eq!(distinct.as_slice(), expected);
    }
}

//! Methods that a policy leaves out.

use cors_core::__adapter::Owner;
use cors_core::__private::{Endpoint, PolicySource, StaticOrigins, StaticPolicy};
use cors_core::{DefaultPolicy, FieldLines, Policy, Request};
use cors_oracle::policy_of;

use super::{APP, COOKIES, EVIL, GET_ONLY, LIST, actual, on, preflight, says};
use crate::adapter::Head;

#[test]
fn methods_that_are_left_out_are_told() {
    let left_out = "methods does not list PUT; add \"PUT\" to methods";
    for origin in [APP, EVIL] {
        let shown = str::from_utf8(origin).unwrap();
        let expected = format!("browser will block PUT /users/{{id}} from \"{shown}\": {left_out}");
        says(&GET_ONLY, preflight(b"PUT", origin), &[], &expected);
    }
    let expected = format!("\"https://app.example.com\" cannot read PUT /users/{{id}}: {left_out}");
    says(&GET_ONLY, actual(b"PUT", APP), &[], &expected);
    static BY_KEY: Endpoint =
        Endpoint::from_source(PolicySource::Static(&LIST), "GET", true).with_all_methods("GET, PUT, TRACE");
    assert_eq!(
        on(&BY_KEY, &preflight(b"PUT", APP), &[]).as_deref(),
        Some(
            "browser will block PUT /users/{id} from \"https://app.example.com\": methods does not list PUT; add \"PUT\" to methods"
        )
    );
    assert_eq!(
        on(&BY_KEY, &preflight(b"TRACE", APP), &[]).as_deref(),
        Some(
            "browser will block TRACE /users/{id} from \"https://app.example.com\": browsers do not let scripts send `TRACE`; use another method in the page"
        )
    );
    // A method that the route does not serve is answered by other routes.
    assert_eq!(on(&BY_KEY, &preflight(b"DELETE", APP), &[]), None);
    let several = Request { requested_method: FieldLines::Several, ..preflight(b"", APP) };
    assert_eq!(on(&BY_KEY, &several, &[]), None);
}

/// On Rocket the `GET` route answers `HEAD`, and an entry `HEAD` would allow nothing.
#[test]
fn head_is_told_with_the_entry_that_allows_it() {
    static PUT_ONLY: Policy = policy_of(StaticPolicy {
        origins: StaticOrigins::List { exact: &["https://app.example.com"], patterns: &[] },
        methods: Some("PUT"),
        ..StaticPolicy::SAME_ORIGIN
    });
    for (head_follows_get, entry) in [(true, "GET"), (false, "HEAD")] {
        let endpoint = Endpoint::from_source(PolicySource::Static(&PUT_ONLY), "GET, HEAD", head_follows_get);
        let expected = format!(
            "browser will block HEAD /users/{{id}} from \"https://app.example.com\": methods does not list {entry}; add \"{entry}\" to methods"
        );
        assert_eq!(on(&endpoint, &preflight(b"HEAD", APP), &[]), Some(expected));
    }
}

#[test]
fn a_default_is_not_told_to_list_what_it_must_not() {
    let default = DefaultPolicy::from(&COOKIES);
    let request = preflight(b"*", APP);
    let decision = default.decide(&request);
    let report = Head::of(&request).explain(Owner::Default(default.clone()), &decision);
    let expected = "browser will block * /users from \"https://app.example.com\": with `credentials = true` browsers treat `*` as a method named `*`; \
                    use another method in the page";
    assert_eq!(report.as_deref(), Some(expected));
}

/// A list can name such a method, so it is not said that no policy allows it.
#[test]
fn a_method_that_is_too_long_for_a_wildcard_is_told() {
    let listed: String = "A".repeat(65);
    let policy = Policy::builder().origins(["https://app.example.com"]).methods([listed.as_str()]);
    let default = DefaultPolicy::from(policy.build().unwrap());
    let report = |method: &[u8]| {
        let request = Request { requested_method: FieldLines::One(method), ..preflight(b"", APP) };
        Head::of(&request).explain(Owner::Default(default.clone()), &default.decide(&request))
    };
    assert_eq!(report(listed.as_bytes()), None);
    let other = "B".repeat(65);
    let expected = format!(
        "browser will block {other} /users from \"https://app.example.com\": methods does not list it, and * allows no method of more \
         than 64 bytes"
    );
    assert_eq!(report(other.as_bytes()), Some(expected));
}

/// A value is escaped once.
#[test]
fn a_method_with_a_backslash_is_shown() {
    let default = DefaultPolicy::from(&LIST);
    let request = preflight(b"PU\\T\n", APP);
    let decision = default.decide(&request);
    let report = Head::of(&request).explain(Owner::Default(default.clone()), &decision);
    let expected = r#"browser will block PU\\T\n /users from "https://app.example.com": `PU\\T\n` is not a method name, which is one word of letters; use another method in the page"#;
    assert_eq!(report.as_deref(), Some(expected));
}

/// The entry `*` beside it is not at fault.
#[test]
fn a_method_that_no_policy_can_list_is_told_beside_a_wildcard() {
    let default = DefaultPolicy::from(&Policy::PUBLIC);
    for (method, reason) in
        [("TRACE", "browsers do not let scripts send `TRACE`"), ("a b", "`a b` is not a single method")]
    {
        let request = preflight(method.as_bytes(), APP);
        let report = Head::of(&request).explain(Owner::Default(default.clone()), &default.decide(&request));
        let expected = format!(
            "browser will block {method} /users from \"https://app.example.com\": {reason}; use another method in the page"
        );
        assert_eq!(report, Some(expected));
    }
}

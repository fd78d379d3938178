//! Policies of `policy!` that inherit from others, or contain constants.

use cors_actix::{Policy, policy};

const APP: &str = "https://app.example.com";
static PARTNERS: Policy = policy!(
    origins = [APP, "https://*.example.org"],
    methods = ["GET", "PUT"],
    allow_headers = ["content-type"],
    max_age = "1h"
);

#[test]
fn a_key_replaces_that_of_the_other_policy() {
    const RIGHT: [(Policy, &str); 3] = [
        (
            policy!(..PARTNERS, origins = ["https://b.example"], methods = ["GET"]),
            "origins = [\"https://b.example\"], methods = [\"GET\"], allow_headers = [\"content-type\"], max_age = 3600",
        ),
        (
            policy!(
                ..PARTNERS,
                allow_headers = [],
                expose_headers = ["etag"],
                credentials = true,
                max_age = 0
            ),
            "origins = [\"https://app.example.com\", \"https://*.example.org\"], methods = [\"GET\", \"PUT\"], \
             expose_headers = [\"etag\"], credentials = true, max_age = 0",
        ),
        (policy!(..Policy::SAME_ORIGIN, origins = "*"), "origins = [\"*\"]"),
    ];
    for (policy, says) in RIGHT {
        assert_eq!(policy.to_string(), says);
    }
    assert_eq!(policy!(..PARTNERS), PARTNERS);
}

/// Otherwise a function could make a wrong policy, which would be found when it runs.
#[test]
fn a_policy_from_another_is_made_at_compile_time_in_a_function_too() {
    fn longer() -> &'static Policy {
        &policy!(..PARTNERS, max_age = 60)
    }
    assert_eq!(longer().to_string().split(", ").last(), Some("max_age = 60"));
}

#[test]
fn equal_constants_are_one() {
    const AGAIN: &str = APP;
    let folded =
        policy!(origins = ["https://b.example", AGAIN, "https://a.example", APP, "https://app.example.com"]);
    let written = policy!(origins = ["https://a.example", "https://b.example", "https://app.example.com"]);
    assert_eq!(folded.to_string(), written.to_string());
    assert_eq!(folded.origins().iter().count(), 3);
}

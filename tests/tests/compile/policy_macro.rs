//! Policies of `policy!` that inherit from others, or contain constants.

use actix_web::get;
use cors_actix::{Policy, cors, policy};

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

/// The compiler does not see that the value of such a constant needs no destructor.
#[test]
fn a_constant_of_a_function_or_a_trait_is_a_base() {
    const fn made() -> Policy {
        policy!(origins = [APP])
    }
    trait Shared {
        const POLICY: Policy = made();
        const LONGER: Policy = policy!(..Self::POLICY, max_age = 60);
    }
    struct Api;
    impl Shared for Api {}

    const MADE: Policy = made();
    const OF_MADE: Policy = policy!(..MADE, max_age = 60);
    const OF_API: Policy = policy!(..Api::POLICY, max_age = 60);
    for policy in [OF_MADE, OF_API, Api::LONGER] {
        assert_eq!(policy.to_string(), "origins = [\"https://app.example.com\"], max_age = 60");
    }

    // `policy` needs a reference that lives for ever.
    #[cors(policy = OF_MADE)]
    #[get("/")]
    async fn named() -> &'static str {
        ""
    }
    let _ = named;
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

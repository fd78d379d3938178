//! Policies with equal values are equal, whatever their source.

#[cfg(feature = "reload")]
use cors_core::__private::{Endpoint, PolicySource, RunTimePolicy};
use cors_core::__private::{Predicate, StaticOrigins, StaticPolicy};
#[cfg(feature = "reload")]
use cors_core::ReloadablePolicy;
use cors_core::{Policy, PolicyBuilder};
use cors_oracle::policy_of;

const CHECKED: StaticPolicy = StaticPolicy {
    origins: StaticOrigins::List { exact: &["https://a.example", "https://b.example"], patterns: &[] },
    methods: Some("GET, PUT"),
    allow_headers: "x-a",
    expose_headers: "etag",
    credentials: true,
    max_age: "600",
    dangerously_allow: "",
};
const PREDICATE: Predicate = Predicate {
    text: "predicate(f)",
    module: "a",
    framework: "actix-web",
    vary: &["x-tenant"],
    function: &(),
};

fn builder() -> PolicyBuilder {
    let policy =
        Policy::builder().origins(["https://b.example", "https://a.example"]).methods(["GET", "PUT"]);
    policy.allow_headers(["x-a"]).expose_headers(["etag"]).credentials(true).max_age(600)
}

#[test]
fn a_literal_is_the_policy_that_is_built_of_the_same() {
    assert_eq!(policy_of(CHECKED), builder().build().unwrap());
    let any = StaticPolicy { origins: StaticOrigins::Any, ..StaticPolicy::SAME_ORIGIN };
    assert_eq!(policy_of(any), Policy::builder().origins(["*"]).build().unwrap());
    assert_eq!(code(PREDICATE), code(PREDICATE));
}

/// The methods are `*` and not absent, since a default policy without methods lists the CORS-safelisted ones.
#[test]
fn a_public_policy_is_one_that_can_be_written() {
    let built = Policy::builder().origins(["*"]).methods(["*"]).allow_headers(["*", "authorization"]);
    assert_eq!(Policy::PUBLIC, built.expose_headers(["*"]).build().unwrap());
    assert_eq!(
        Policy::PUBLIC.to_string(),
        r#"origins = ["*"], methods = ["*"], allow_headers = ["*", "authorization"], expose_headers = ["*"]"#
    );
    assert!(!Policy::PUBLIC.credentials());
}

#[test]
fn a_policy_says_what_was_written() {
    let policy = builder()
        .origins(["https://*.b.example", "https://a.example", "http://localhost:*"])
        .build()
        .unwrap();
    assert_eq!(
        policy.to_string(),
        r#"origins = ["https://a.example", "https://*.b.example", "http://localhost:*"], methods = ["GET", "PUT"], allow_headers = ["x-a"], expose_headers = ["etag"], credentials = true, max_age = 600"#
    );
}

#[test]
fn policies_that_say_different_things_are_different() {
    let nobody = StaticOrigins::List { exact: &[], patterns: &[] };
    let insecure = || builder().origins(["http://a.example"]);
    let policies = [
        builder().build().unwrap(),
        builder().origins(["https://a.example"]).build().unwrap(),
        builder().origins(["https://a.example", "https://*.b.example"]).build().unwrap(),
        builder().methods(["GET"]).build().unwrap(),
        builder().allow_headers(["x-b"]).build().unwrap(),
        builder().expose_headers(["x-b"]).build().unwrap(),
        builder().credentials(false).build().unwrap(),
        builder().max_age(60_i64).build().unwrap(),
        insecure().dangerously_allow(["insecure_origins"]).build().unwrap(),
        insecure().credentials(false).build().unwrap(),
        policy_of(StaticPolicy { origins: nobody, ..StaticPolicy::SAME_ORIGIN }),
        policy_of(StaticPolicy {
            origins: nobody,
            dangerously_allow: "null_origin",
            ..StaticPolicy::SAME_ORIGIN
        }),
        Policy::SAME_ORIGIN,
        Policy::PUBLIC,
        code(PREDICATE),
        code(Predicate { text: "predicate(g)", ..PREDICATE }),
        code(Predicate { module: "b", ..PREDICATE }),
        code(Predicate { framework: "Rocket", ..PREDICATE }),
        code(Predicate { vary: &[], ..PREDICATE }),
    ];
    for (place, policy) in policies.iter().enumerate() {
        assert_eq!(policies.iter().position(|other| other == policy), Some(place), "{policy:?}");
    }
}

fn code(predicate: Predicate) -> Policy {
    policy_of(StaticPolicy { origins: StaticOrigins::Predicate(predicate), ..StaticPolicy::SAME_ORIGIN })
}

/// Items of one type are the same policy only at one place. A function without a size has no place, but a type of its own.
#[test]
#[cfg(feature = "reload")]
fn routes_whose_policies_may_change_are_equal_by_the_item() {
    static ONE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
    static OTHER: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
    static POINTER: fn() -> &'static Policy = || &Policy::SAME_ORIGIN;
    static OTHER_POINTER: fn() -> &'static Policy = || &Policy::SAME_ORIGIN;
    fn by_name() -> &'static Policy {
        &Policy::SAME_ORIGIN
    }
    let items: [&'static dyn RunTimePolicy; 5] = [&ONE, &OTHER, &POINTER, &OTHER_POINTER, &by_name];
    let endpoints = items.map(|item| Endpoint::from_source(PolicySource::RunTime(item), "GET", true));
    for (place, endpoint) in endpoints.iter().enumerate() {
        assert_eq!(endpoints.iter().position(|other| other == endpoint), Some(place), "{endpoint:?}");
    }
    assert_eq!(endpoints[4], Endpoint::from_source(PolicySource::RunTime(&by_name), "GET", true));
}

//! Decisions for routes, and for the default policy, where they differ from decisions of a policy alone.

use std::sync::LazyLock;

use crate::adapter::Head;
use cors_core::__adapter::{DecisionStep, Owner};
use cors_core::__private::{Endpoint, Enforce, PolicySource, Predicate, StaticOrigins, StaticPolicy};
use cors_core::{AllowMethods, Decision, DefaultPolicy, FieldLines, Policy, Request, Vary};
use cors_oracle::decide::{Answer, answer};
use cors_oracle::policy_of;

pub(super) const ORIGIN: &[u8] = b"https://a.example";
pub(super) const PREDICATE: Predicate =
    Predicate { text: "predicate(f)", module: "", framework: "", vary: &["x-tenant"], function: &() };

pub(super) static LISTED: Policy = of(StaticOrigins::List { exact: &["https://a.example"], patterns: &[] });
pub(super) static ANY: Policy = of(StaticOrigins::Any);
pub(super) static CODE: Policy = of(StaticOrigins::Predicate(PREDICATE));
pub(super) static LAZY: LazyLock<Policy> = LazyLock::new(|| LISTED.clone());

pub(super) const fn of(origins: StaticOrigins) -> Policy {
    policy_of(StaticPolicy { origins, ..StaticPolicy::SAME_ORIGIN })
}

pub(super) fn on(policy: &'static Policy) -> Endpoint {
    Endpoint::from_source(PolicySource::Static(policy), "GET, PUT", true)
}

pub(super) fn request<'r>(
    method: &'r [u8],
    origin: FieldLines<'r>,
    requested: Option<&'r [u8]>,
) -> Request<'r> {
    let requested_method = requested.map_or(FieldLines::Absent, FieldLines::One);
    Request { method, origin, requested_method, ..Request::default() }
}

pub(super) fn get(origin: &[u8]) -> Request<'_> {
    request(b"GET", FieldLines::One(origin), None)
}

pub(super) fn preflight(method: &[u8]) -> Request<'_> {
    request(b"OPTIONS", FieldLines::One(ORIGIN), Some(method))
}

pub(super) fn plain(decision: &Decision<'_>) -> Answer {
    answer(decision, &[ORIGIN.to_vec()])
}

#[test]
fn a_preflight_has_three_parts() {
    assert!(preflight(b"PUT").is_preflight());
    assert!(Request { requested_method: FieldLines::Several, ..preflight(b"") }.is_preflight());
    assert!(!Request { method: b"GET", ..preflight(b"PUT") }.is_preflight());
    assert!(!Request { origin: FieldLines::Absent, ..preflight(b"PUT") }.is_preflight());
    assert!(!Request { requested_method: FieldLines::Absent, ..preflight(b"PUT") }.is_preflight());
}

#[test]
fn a_predicate_is_asked_where_its_answer_matters() {
    let called = |owner: Owner<'_>, request: &Request<'_>| match owner.step(owner.policy(), Head::of(request))
    {
        DecisionStep::Call(call) => Some(call.origin.as_str().to_owned()),
        DecisionStep::Decided(_) => None,
    };
    let asked =
        |policy: &'static Policy, request: &Request<'_>| called(Owner::Route(&on(policy), "/"), request);
    let default = DefaultPolicy::from(&CODE);
    assert!(called(Owner::Default(default.clone()), &preflight(b"POST")).is_some());
    assert!(called(Owner::Default(default.clone()), &preflight(b"PUT")).is_none());
    for request in [get(ORIGIN), preflight(b"PUT"), preflight(b"GET")] {
        assert_eq!(asked(&CODE, &request).as_deref(), Some("https://a.example"), "{request:?}");
        assert_eq!(asked(&LISTED, &request), None, "{request:?}");
    }
    for request in [
        request(b"GET", FieldLines::Absent, None),
        request(b"GET", FieldLines::Several, None),
        request(b"DELETE", FieldLines::One(ORIGIN), None),
        get(b"null"),
        get(b"https://a.example/"),
        preflight(b"DELETE"),
        Request { requested_method: FieldLines::Several, ..preflight(b"PUT") },
    ] {
        assert_eq!(asked(&CODE, &request), None, "{request:?}");
    }
}

fn decide(endpoint: &Endpoint, request: &Request<'_>) -> Decision<'static> {
    Owner::Route(endpoint, "/").decide(request)
}

/// Decides with a predicate that returns `is_approved`, if it is called.
fn decide_as(endpoint: &Endpoint, request: Request<'_>, is_approved: bool) -> Decision<'static> {
    match Owner::Route(endpoint, "/").step(endpoint.policy(), Head::of(&request)) {
        DecisionStep::Call(call) => call.resume(is_approved),
        DecisionStep::Decided(decision) => decision,
    }
}

#[test]
fn what_a_predicate_says_decides() {
    for (request, approved, status) in [
        (get(ORIGIN), true, None),
        (get(ORIGIN), false, None),
        (preflight(b"PUT"), true, Some(204)),
        (preflight(b"PUT"), false, Some(403)),
    ] {
        let answer = plain(&decide_as(&on(&CODE), request, approved));
        assert_eq!(answer.allow_origin(), approved.then_some(ORIGIN), "{request:?}");
        assert_eq!(answer.status, status, "{request:?}");
    }
    for request in [
        request(b"GET", FieldLines::Absent, None),
        request(b"GET", FieldLines::Several, None),
        preflight(b"DELETE"),
    ] {
        let answer = plain(&decide_as(&on(&CODE), request, true));
        assert_eq!(answer.allow_origin(), None, "{request:?}");
    }
}

/// Each row has the methods of the route, whether `HEAD` follows `GET`, the methods of the policy, and the methods that
/// remain.
#[test]
fn a_policy_leaves_out_methods() {
    for (served, head_follows_get, listed, left) in [
        ("GET, HEAD, PUT", false, &["GET"][..], &["GET"][..]),
        ("GET, HEAD, PUT", false, &["HEAD", "DELETE"], &["HEAD"]),
        ("GET, HEAD, PUT", true, &["GET"], &["GET", "HEAD"]),
        ("GET, HEAD, PUT", true, &["HEAD"], &[]),
        ("GET, HEAD, PUT", true, &["PUT"], &["PUT"]),
        ("HEAD", true, &["HEAD"], &["HEAD"]),
        ("HEAD", true, &["GET"], &["HEAD"]),
        ("HEAD", false, &["GET"], &[]),
        ("GET, PUT", false, &["*"], &["GET", "PUT"]),
    ] {
        let policy =
            Policy::builder().origins(["https://a.example"]).methods(listed.to_vec()).build().unwrap();
        let policy: &'static Policy = Box::leak(Box::new(policy));
        let endpoint = Endpoint::from_source(PolicySource::Static(policy), served, head_follows_get);
        assert_eq!(endpoint.methods(), left, "{served} of {listed:?}, {head_follows_get}");
        for method in served.split(", ") {
            let answer = plain(&decide(&endpoint, &preflight(method.as_bytes())));
            let value = left.contains(&method).then(|| left.join(", "));
            assert_eq!(
                answer.get("access-control-allow-methods"),
                value.as_deref().map(str::as_bytes),
                "{method}"
            );
            let is_left_out = excludes(&endpoint, method);
            assert_eq!(is_left_out, !left.contains(&method), "{method}");
        }
        assert!(!excludes(&endpoint, "PURGE"));
    }
}

fn excludes(endpoint: &Endpoint, method: &str) -> bool {
    let preflight = preflight(method.as_bytes());
    endpoint.preflight_policy(&preflight).is_none() && endpoint.serves_requested_method(&preflight)
}

/// Methods that the attribute excludes are known from the route alone.
#[test]
fn an_attribute_leaves_out_methods() {
    let route = on(&LISTED).with_all_methods("GET, PUT, DELETE");
    assert_eq!(route.methods(), ["GET", "PUT"]);
    assert!(excludes(&route, "DELETE"));
    assert!(!excludes(&route, "PUT"));
}

/// Without a known route, a policy allows its listed methods, or else the CORS-safelisted ones.
#[test]
fn a_default_policy_knows_no_methods() {
    let builder = || Policy::builder().origins(["https://a.example"]);
    for (policy, allowed, others) in [
        (builder(), &["GET", "HEAD", "POST"][..], &["PUT", "OPTIONS", "get"][..]),
        (builder().methods(["GET"]), &["GET", "HEAD"], &["POST", "PUT"]),
        (builder().methods(["PUT", "HEAD"]), &["PUT", "HEAD"], &["GET", "POST"]),
        (builder().methods(["PUT"]), &["PUT"], &["HEAD", "GET"]),
        (builder().methods(["*"]), &["PURGE", "GET"], &["", "a b"]),
    ] {
        let default = DefaultPolicy::from(policy.build().unwrap());
        let decide = |request: &Request<'_>| plain(&default.decide(request));
        for (method, is_allowed) in
            allowed.iter().map(|method| (method, true)).chain(others.iter().map(|method| (method, false)))
        {
            let actual = request(method.as_bytes(), FieldLines::One(ORIGIN), None);
            assert_eq!(decide(&actual).allow_origin().is_some(), is_allowed, "{method}");
            assert_eq!(decide(&preflight(method.as_bytes())).status, is_allowed.then_some(204), "{method}");
        }
    }
}

/// A preflight that reached a handler is not answered by the route's policy, and its response has the same `Vary`.
#[test]
fn a_handler_answers_no_preflight() {
    let decision = decide(&on(&LISTED), &preflight(b"PUT"));
    assert_eq!(decision.headers().iter().count(), 2);
    let Decision::Decorate(headers) = decision.without_preflight() else { panic!("an answer") };
    assert_eq!((headers.iter().count(), headers.vary()), (0, Vary::PREFLIGHT));
    let decision = decide(&on(&LISTED), &get(ORIGIN));
    assert_eq!(decision.clone().without_preflight(), decision);
}

#[test]
fn an_origin_is_kept_where_the_response_repeats_it() {
    let built = Policy::builder().origins(["https://a.example"]).build().unwrap();
    let repeats = |policy: &Policy, origin| {
        policy.decide(AllowMethods::SAFELISTED, &get(origin)).headers().repeats_origin()
    };
    assert!(repeats(&built, ORIGIN));
    assert!(!repeats(&built, b"https://b.example"));
    assert!(repeats(&LISTED, ORIGIN));
    assert!(!repeats(&ANY, ORIGIN));
}

/// `Vary` names the headers that a predicate reads, if the predicate decides.
#[test]
fn a_predicate_varies_what_it_decides() {
    let on_get = Endpoint::from_source(PolicySource::Static(&CODE), "GET", true).with_all_methods("GET, PUT");
    let vary = |endpoint: &Endpoint, method| {
        let fetch_site = FieldLines::One(b"cross-site".as_slice());
        decide(endpoint, &Request { method, fetch_site, ..get(ORIGIN) }).headers().vary()
    };
    assert_eq!(vary(&on_get, b"GET").missing_from([]).as_deref(), Some("Origin, x-tenant"));
    assert_eq!(vary(&on_get, b"PUT"), Vary::NOTHING);
    assert_eq!(vary(&on_get.with_enforce(Enforce::AllMethods), b"GET"), Vary::REFUSAL);
}

#[test]
fn routes_are_equal_if_they_decide_alike() {
    fn listed() -> &'static Policy {
        &LISTED
    }
    fn other() -> &'static Policy {
        &LISTED
    }
    let named = |source| Endpoint::from_source(source, "GET, PUT", true);
    let with_enforce = |enforce| on(&LISTED).with_enforce(enforce);
    assert_eq!(on(&LISTED), named(PolicySource::RunTime(&LAZY)));
    let routes = [
        on(&LISTED),
        on(&ANY),
        Endpoint::from_source(PolicySource::Static(&LISTED), "GET", true),
        Endpoint::from_source(PolicySource::Static(&LISTED), "GET, PUT", false),
        with_enforce(Enforce::UnsafeMethods),
        with_enforce(Enforce::AllMethods),
        named(PolicySource::RunTime(&listed)),
        named(PolicySource::RunTime(&other)),
    ];
    for (place, route) in routes.iter().enumerate() {
        assert_eq!(routes.iter().position(|other| other == route), Some(place), "{route:?}");
    }
}

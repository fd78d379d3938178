//! The shape by which prepared headers are cached.

use std::collections::HashMap;
use std::sync::Arc;

use crate::adapter::Head;
use cors_core::__adapter::{DecisionStep, Owner};
use cors_core::__private::{Endpoint, Enforce, PolicySource, Predicate, StaticOrigins, StaticPolicy};
use cors_core::{AllowMethods, FieldLines, Headers, Policy, PolicyRef, Request};
use cors_oracle::policy_of;

const ORIGIN: &[u8] = b"https://a.example";
const LIST: StaticOrigins =
    StaticOrigins::List { exact: &["https://a.example", "https://bb.example"], patterns: &[] };

static LISTED: Policy = policy_of(StaticPolicy {
    origins: LIST,
    allow_headers: "x-a",
    expose_headers: "x-b",
    credentials: true,
    max_age: "600",
    ..StaticPolicy::SAME_ORIGIN
});
static GET_ONLY: Policy =
    policy_of(StaticPolicy { origins: LIST, methods: Some("GET"), ..StaticPolicy::SAME_ORIGIN });
static ANY: Policy = policy_of(StaticPolicy { origins: StaticOrigins::Any, ..StaticPolicy::SAME_ORIGIN });
static CODE: Policy = policy_of(StaticPolicy {
    origins: StaticOrigins::Predicate(Predicate {
        text: "predicate(f)",
        module: "",
        framework: "",
        vary: &["x-tenant"],
        function: &(),
    }),
    expose_headers: "x-b",
    ..StaticPolicy::SAME_ORIGIN
});

fn requests() -> impl Iterator<Item = Request<'static>> {
    let origins = [
        FieldLines::Absent,
        FieldLines::One(ORIGIN),
        FieldLines::One(b"https://bb.example"),
        FieldLines::One(b"https://evil.example"),
        FieldLines::Several,
    ];
    let asked =
        [FieldLines::Absent, FieldLines::One(b"GET"), FieldLines::One(b"PUT"), FieldLines::One(b"DELETE")];
    let methods: [&[u8]; 4] = [b"GET", b"PUT", b"OPTIONS", b"DELETE"];
    methods.into_iter().flat_map(move |method| {
        let with = move |origin| {
            let fetch_site = FieldLines::One(b"cross-site".as_slice());
            let request = Request { method, origin, fetch_site, ..Request::default() };
            asked.map(|requested_method| Request { requested_method, ..request })
        };
        origins.into_iter().flat_map(with)
    })
}

#[test]
fn headers_of_one_shape_differ_only_in_their_origin() {
    let mut shapes = 0;
    for policy in [&LISTED, &GET_ONLY, &ANY, &CODE, &Policy::SAME_ORIGIN] {
        for enforce in [None, Some(Enforce::AllMethods)] {
            let endpoint = Endpoint::from_source(PolicySource::Static(policy), "GET, PUT", false);
            let endpoint = enforce.into_iter().fold(endpoint, Endpoint::with_enforce);
            let mut seen = HashMap::new();
            for request in requests() {
                for is_approved in [false, true] {
                    let decision =
                        match Owner::Route(&endpoint, "/").step(endpoint.policy(), Head::of(&request)) {
                            DecisionStep::Call(call) => call.resume(is_approved),
                            DecisionStep::Decided(decision) => decision,
                        };
                    for decision in [decision.clone(), decision.without_preflight()] {
                        let (shape, text) = shown(decision.headers());
                        let first = seen.entry(shape).or_insert_with(|| text.clone());
                        assert_eq!(text, *first, "{policy}: {request:?}");
                    }
                }
            }
            shapes = shapes.max(seen.len());
        }
    }
    assert!(shapes >= 4, "{shapes}");
}

fn shown(headers: &Headers<'_>) -> (usize, String) {
    assert!(headers.shape() < Headers::SHAPES);
    (headers.shape(), format!("{:?} {:?}", headers.iter().collect::<Vec<_>>(), headers.vary()))
}

#[test]
fn the_id_of_a_policy_is_of_no_equal_and_no_later_one() {
    let literals = [PolicyRef::Borrowed(&LISTED), PolicyRef::Borrowed(&ANY)];
    let decision = LISTED.decide(AllowMethods::SAFELISTED, &Request::default());
    let id = literals[0].id();
    assert!(id.is_of(&literals[0]) && id.is_of(decision.headers().policy()));
    assert!(!literals[0].id().is_of(&literals[1]));
    let [first, second] = [(); 2].map(|()| Arc::new(LISTED.clone()));
    let (shared, other) = (PolicyRef::Shared(first), PolicyRef::Shared(second));
    let id = shared.id();
    assert!(id.is_of(&shared) && id.is_of(&shared.clone()));
    assert!(!id.is_of(&other) && !id.is_of(&literals[0]) && !literals[0].id().is_of(&shared));
    drop(shared);
    let later = [(); 8].map(|()| PolicyRef::Shared(Arc::new(LISTED.clone())));
    assert!(!later.iter().any(|later| id.is_of(later)), "no later policy gets its address");
}

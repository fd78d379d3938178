//! Heap allocations: none by a decision for a literal policy, and none by the attribute on actix-web beyond those of
//! the bare route, for named and for enforcing policies as well; one on axum; those of a map for the `http` crate.
//!
//! A binary of its own, because the counting allocator is global.

mod actix;
mod axum;
mod memory;
mod reload;

use std::hint::black_box;

use allocation_counter::measure;
use cors_actix::policy;
use cors_core::__adapter::Owner;
use cors_core::__private::Endpoint;
use cors_core::__private::{Enforce, PolicySource};
use cors_core::{AllowMethods, Decision, FieldLines, Policy, Request};

const APP: &str = "https://app.example.com";
const EVIL: &str = "https://evil.example";

static LIST: Policy = policy!(
    origins = [APP, "https://admin.example.com", "https://*.preview.example.com:*"],
    allow_headers = ["content-type", "x-a"],
    expose_headers = ["etag"],
    credentials = true,
    max_age = "10m",
);
static ANY: Policy = policy!(..LIST, origins = "*", credentials = false);

fn allocations(run: impl FnOnce()) -> u64 {
    measure(run).count_total
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(black_box(String::from("text")))), 1);
    let build = || drop(black_box(Policy::builder().origins([APP]).build()));
    assert!(allocations(build) > 0);
    assert_eq!(allocations(|| drop(black_box(String::new()))), 0);
}

#[test]
fn a_decision_allocates_nothing() {
    let long = vec![b'a'; 1 << 20];
    let origins = [
        FieldLines::Absent,
        FieldLines::Several,
        FieldLines::One(APP.as_bytes()),
        FieldLines::One(b"https://a.preview.example.com:8080"),
        FieldLines::One(b"https://evil.example"),
        FieldLines::One(b"null"),
        FieldLines::One(b"\xff\0://["),
        FieldLines::One(b""),
        FieldLines::One(&long),
    ];
    let requested = [
        FieldLines::Absent,
        FieldLines::Several,
        FieldLines::One(b"PUT"),
        FieldLines::One(b"put"),
        FieldLines::One(&long),
    ];
    let built = Policy::builder().origins([APP, "https://*.example.com"]).max_age("10m").build().unwrap();
    for policy in [&LIST, &ANY, &Policy::SAME_ORIGIN, &built] {
        for origin in origins {
            for requested_method in requested {
                for method in [&b"GET"[..], b"PUT", b"OPTIONS", b"DELETE", &long] {
                    let request = Request { method, origin, requested_method, ..Request::default() };
                    let count = allocations(|| decide(policy, &request));
                    assert_eq!(count, 0, "{policy}: {:?}", start(&request));
                }
            }
        }
    }
}

#[test]
fn a_refusal_allocates_nothing() {
    static ENDPOINT: Endpoint = Endpoint::from_source(PolicySource::Static(&LIST), "GET, PUT", false)
        .with_enforce(Enforce::AllMethods);
    let owner = Owner::Route(&ENDPOINT, "/");
    let sites =
        [FieldLines::Absent, FieldLines::Several, FieldLines::One(b"none"), FieldLines::One(b"cross-site")];
    let mut refused = 0;
    for fetch_site in sites {
        for origin in
            [FieldLines::Absent, FieldLines::One(APP.as_bytes()), FieldLines::One(b"https://evil.example")]
        {
            let host = FieldLines::One(b"api.example");
            let request = Request { method: b"PUT", origin, fetch_site, host, ..Request::default() };
            assert_eq!(allocations(|| apply(owner.decide(&request))), 0, "{request:?}");
            refused += usize::from(matches!(owner.decide(&request), Decision::Refuse(_)));
        }
    }
    assert_eq!(refused, 5);
}

#[test]
fn a_response_of_http_takes_the_two_allocations_of_its_map() {
    let policy =
        Policy::builder().origins([APP]).methods(["PUT"]).allow_headers(["x-a"]).expose_headers(["etag"]);
    let policy = policy.credentials(true).max_age("10m").build().unwrap();
    let respond = |request: &http::Request<()>| match policy.respond_to(request) {
        cors_core::http::HttpDecision::Respond(response) => response.into_parts().0.headers,
        cors_core::http::HttpDecision::Decorate(decoration) => {
            let mut headers = http::HeaderMap::new();
            decoration.apply(&mut headers);
            headers
        }
    };
    for (method, origin) in [("PUT", APP), ("PUT", EVIL), ("OPTIONS", APP), ("OPTIONS", EVIL)] {
        let request = http::Request::builder().method(method).header("access-control-request-method", "PUT");
        let request = request.header("origin", origin).body(()).unwrap();
        // The first response prepares the headers that the others reuse.
        let first = respond(&request);
        assert_eq!(allocations(|| assert_eq!(respond(&request), first)), 2, "{method} from {origin}");
    }
}

fn decide(policy: &Policy, request: &Request<'_>) {
    let served = AllowMethods::from_checked("GET, PUT");
    apply(policy.decide(served, request));
}

/// Uses every part of a decision, as an adapter can.
fn apply(decision: Decision<'_>) {
    let headers = decision.headers();
    for header in headers.iter() {
        black_box(header);
    }
    black_box(headers.vary().missing_from([&b"Accept-Encoding, Cookie"[..], b"x"]));
}

/// Returns the start of a request, for messages.
fn start(request: &Request<'_>) -> String {
    format!("{request:?}").chars().take(200).collect()
}

//! Owners prepare headers, and a response has those of its decision nevertheless.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use cors_core::__adapter::{HttpHead, MaybeReady, Owner, PredicateFn};
use cors_core::__private::{Endpoint, Enforce, PolicySource, Predicate, StaticOrigins, StaticPolicy};
use cors_core::http::HttpDecision;
use cors_core::{DefaultPolicy, Policy};
use cors_oracle::policy_of;
use http::Request;
use http::header::HeaderMap;

use super::{APP, expected, found, handlers, policies, prescribed, requests, sent};
use crate::adapter::Recorder;

/// Allows [`APP`] by a function.
static PREDICATE: Policy = policy_of(StaticPolicy {
    origins: StaticOrigins::Predicate(Predicate {
        text: "predicate(is_app)",
        module: "",
        framework: "",
        vary: &["Cookie", "Accept"],
        function: &PredicateFn::<Recorder>::Sync(|origin, ()| Ok(origin.as_str() == APP)),
    }),
    allow_headers: "content-type",
    ..StaticPolicy::SAME_ORIGIN
});

/// An owner keeps prepared headers of one policy, and a function returns several.
#[test]
fn an_owner_responds_by_the_policy_of_the_moment() {
    static POLICIES: LazyLock<Vec<Policy>> = LazyLock::new(policies);
    static TURN: AtomicUsize = AtomicUsize::new(0);
    for first in 0..POLICIES.len() {
        let of_this_turn = || &POLICIES[TURN.load(Ordering::Relaxed)];
        let owner = Owner::Default(DefaultPolicy::from(of_this_turn));
        for turn in (first..POLICIES.len()).chain(0..POLICIES.len()) {
            TURN.store(turn, Ordering::Relaxed);
            for request in requests().iter().step_by(if cfg!(miri) { 11 } else { 1 }) {
                for before in handlers() {
                    is_as_decided_by(&owner, request, &before);
                }
            }
        }
    }
}

/// A policy keeps no methods of a route, because a service can have the same policy.
#[test]
fn a_route_and_a_service_share_a_policy() {
    static POLICIES: LazyLock<Vec<Policy>> = LazyLock::new(policies);
    static TURN: AtomicUsize = AtomicUsize::new(0);
    let source = PolicySource::RunTime(&|| &POLICIES[TURN.load(Ordering::Relaxed)]);
    let endpoint = Endpoint::of_router(source, None);
    let before = HeaderMap::new();
    for (turn, policy) in POLICIES.iter().enumerate() {
        TURN.store(turn, Ordering::Relaxed);
        for request in &requests() {
            is_as_decided_by(&Owner::Route(&endpoint, "/"), request, &before);
            let found = found(policy.respond_to(request), &before);
            assert_eq!(found, expected(policy, request, &before), "{turn}: {request:?}");
        }
    }
}

#[test]
fn a_route_responds_as_decided() {
    static POLICIES: LazyLock<Vec<Policy>> = LazyLock::new(policies);
    for policy in POLICIES.iter().chain([&PREDICATE]) {
        let source = PolicySource::Static(policy);
        let (of_router, known) =
            (|| Endpoint::of_router(source, None), || Endpoint::from_source(source, "GET, PUT", true));
        for endpoint in [of_router(), known()]
            .into_iter()
            .chain([of_router(), known()].map(|route| route.with_enforce(Enforce::AllMethods)))
        {
            for request in requests().iter().step_by(if cfg!(miri) { 11 } else { 1 }) {
                for before in handlers() {
                    is_as_decided_by(&Owner::Route(&endpoint, "/"), request, &before);
                }
            }
        }
    }
}

/// Checks the response of an owner, which is the same as often as the headers are put on it.
fn is_as_decided_by(owner: &Owner<'_>, request: &Request<()>, before: &HeaderMap) {
    let head = HttpHead::from(request);
    let MaybeReady::Ready(decision) = owner.step(owner.policy(), head).call::<Recorder>(&()) else {
        panic!()
    };
    let mut expected = prescribed(&decision, request, before);
    if expected.0 == Some(204) && matches!(owner, Owner::Route(endpoint, _) if endpoint.methods() == ["*"]) {
        let requested = request.headers()["access-control-request-method"].as_bytes().to_vec();
        expected.1.insert("access-control-allow-methods".to_owned(), vec![requested]);
    }
    let found = match owner.http_decision(decision, head) {
        HttpDecision::Respond(response) => vec![(Some(response.status().as_u16()), sent(response.headers()))],
        HttpDecision::Decorate(decoration) => {
            let mut headers = before.clone();
            let decorated = |mut decoration| {
                owner.decorate::<Recorder>(&mut decoration, &mut headers);
                (None, sent(&headers))
            };
            [decoration.clone(), decoration].map(decorated).into()
        }
    };
    for found in found {
        assert_eq!(found, expected, "{}: {request:?}", *owner.policy());
    }
}

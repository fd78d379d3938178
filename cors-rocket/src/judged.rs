//! Decisions that are taken once for a request, and needed before its handler and after it.

use std::sync::{Mutex, PoisonError};

use cors_core::{Decision, Endpoint, PolicyRef};
use rocket::Request;
use rocket::http::Method;

use crate::{headers, judge};

/// What `request` gets at a route with this endpoint and method, by `policy` unless that is decided already. Predicates are
/// asked once, and a policy that is replaced meanwhile does not change the decision.
pub(crate) async fn decide(
    request: &Request<'_>,
    endpoint: &'static Endpoint,
    policy: PolicyRef<'static>,
    method: Method,
) -> Decision<'static> {
    let known: &Known = request.local_cache(Known::default);
    if let Some(decision) = known.get(endpoint) {
        return decision;
    }
    let facts = headers::facts_at(endpoint, request, method);
    let is_approved = judge::approves(endpoint.question(&policy, &facts), request).await;
    let decision = endpoint.decide_judged(policy, &facts, is_approved);
    known.insert(endpoint, decision.clone());
    decision
}

/// The decisions at the routes that a request has come to: it goes on where one forwards.
#[derive(Default)]
struct Known(Mutex<Vec<(&'static Endpoint, Decision<'static>)>>);

impl Known {
    fn get(&self, endpoint: &'static Endpoint) -> Option<Decision<'static>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.iter().find(|(of, _)| std::ptr::eq(*of, endpoint)).map(|(_, decision)| decision.clone())
    }

    fn insert(&self, endpoint: &'static Endpoint, decision: Decision<'static>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((endpoint, decision));
    }
}

//! Decisions that are taken once for a request, and needed before its handler and after it.

use std::sync::{Mutex, PoisonError};

use cors_core::{Decision, Endpoint};
use rocket::Request;
use rocket::http::Method;

use crate::by::{By, Decided};
use crate::headers;

/// What `request` gets at a route with this endpoint and method, unless that is decided already. Predicates are
/// asked once, and a policy that is replaced meanwhile does not change the decision.
pub(crate) fn decide<'r>(
    request: &'r Request<'_>,
    endpoint: &'static Endpoint,
    method: Method,
) -> Decided<impl Future<Output = Decision<'static>> + Send + use<'r>> {
    let known: &Known = request.local_cache(Known::default);
    if let Some(decision) = known.get(endpoint) {
        return Decided::AtOnce(decision);
    }
    match By::Own(endpoint).decide(headers::facts_at(endpoint, request, method), request) {
        Decided::AtOnce(decision) => Decided::AtOnce(known.insert(endpoint, decision)),
        Decided::Later(decision) => Decided::Later(async move { known.insert(endpoint, decision.await) }),
    }
}

/// The decisions at the routes that a request has come to: it goes on where one forwards.
#[derive(Default)]
struct Known(Mutex<Vec<(&'static Endpoint, Decision<'static>)>>);

impl Known {
    fn get(&self, endpoint: &'static Endpoint) -> Option<Decision<'static>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.iter().find(|(of, _)| std::ptr::eq(*of, endpoint)).map(|(_, decision)| decision.clone())
    }

    fn insert(&self, endpoint: &'static Endpoint, decision: Decision<'static>) -> Decision<'static> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((endpoint, decision.clone()));
        decision
    }
}

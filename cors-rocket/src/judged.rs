//! Decisions that are taken once for a request, and needed before its handler and after it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use cors_core::{Decision, Endpoint};
use rocket::Request;
use rocket::http::Method;

use crate::by::{By, Decided};
use crate::headers;

/// What `request` gets at a route with this endpoint and method, unless that is decided already: predicates are
/// asked once.
pub(crate) fn decide<'r, 'data>(
    request: &'r Request<'data>,
    endpoint: &'static Endpoint,
    method: Method,
) -> Decided<impl Future<Output = Decision<'static>> + Send + use<'r, 'data>> {
    let known: &Known = request.local_cache(Known::default);
    if let Some((_, decision)) = known.lock().iter().find(|(of, _)| std::ptr::eq(*of, endpoint)) {
        return Decided::AtOnce(decision.clone());
    }
    match By::Own(endpoint).decide(headers::facts_at(endpoint, request, method), request) {
        Decided::AtOnce(decision) => Decided::AtOnce(known.keep(endpoint, decision)),
        Decided::Later(decision) => Decided::Later(async move { known.keep(endpoint, decision.await) }),
    }
}

/// The same for the response. A policy that was replaced meanwhile does not change the decision.
///
/// Nothing is kept any more: a clone of `request`, as tests send, has the same local cache.
pub(crate) fn decide_last<'r, 'data>(
    request: &'r Request<'data>,
    endpoint: &'static Endpoint,
    method: Method,
) -> Decided<impl Future<Output = Decision<'static>> + Send + use<'r, 'data>> {
    let known = std::mem::take(&mut *request.local_cache(Known::default).lock());
    match known.into_iter().find(|(of, _)| std::ptr::eq(*of, endpoint)) {
        Some((_, decision)) => Decided::AtOnce(decision),
        None => By::Own(endpoint).decide(headers::facts_at(endpoint, request, method), request),
    }
}

/// The decisions at the routes that a request has come to: it goes on where one forwards.
#[derive(Default)]
struct Known(Mutex<Vec<(&'static Endpoint, Decision<'static>)>>);

impl Known {
    fn lock(&self) -> MutexGuard<'_, Vec<(&'static Endpoint, Decision<'static>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, endpoint: &'static Endpoint, decision: Decision<'static>) -> Decision<'static> {
        self.lock().push((endpoint, decision.clone()));
        decision
    }
}

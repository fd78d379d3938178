//! Decisions that are taken once for a request, and needed before its handler and after it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use cors_core::__private::PredicateCall;
use cors_core::{Decision, DefaultPolicy, Endpoint, Policy, PolicyRef};
use rocket::Request;
use rocket::http::Method;

use crate::{predicate, request};

/// What `request` gets at a route with this endpoint and method, unless that is decided already: predicates are
/// asked once.
pub(crate) fn decide<'r, 'data>(
    request: &'r Request<'data>,
    endpoint: &'static Endpoint,
    method: Method,
) -> MaybeReady<impl Future<Output = Decision<'static>> + Send + use<'r, 'data>> {
    let known: &DecisionCache = request.local_cache(DecisionCache::default);
    if let Some((_, decision)) = known.lock().iter().find(|(of, _)| std::ptr::eq(*of, endpoint)) {
        return MaybeReady::Ready(decision.clone());
    }
    match Owner::Route(endpoint).decide(request::cors_request_at(endpoint, request, method), request) {
        MaybeReady::Ready(decision) => MaybeReady::Ready(known.keep(endpoint, decision)),
        MaybeReady::Pending(decision) => {
            MaybeReady::Pending(async move { known.keep(endpoint, decision.await) })
        }
    }
}

/// The same for the response. A policy that was replaced meanwhile does not change the decision.
///
/// Nothing is kept any more: a clone of `request`, as tests send, has the same local cache.
pub(crate) fn decide_last<'r, 'data>(
    request: &'r Request<'data>,
    endpoint: &'static Endpoint,
    method: Method,
) -> MaybeReady<impl Future<Output = Decision<'static>> + Send + use<'r, 'data>> {
    let known = std::mem::take(&mut *request.local_cache(DecisionCache::default).lock());
    match known.into_iter().find(|(of, _)| std::ptr::eq(*of, endpoint)) {
        Some((_, decision)) => MaybeReady::Ready(decision),
        None => Owner::Route(endpoint).decide(request::cors_request_at(endpoint, request, method), request),
    }
}

/// The decisions at the routes that a request has come to: it goes on where one forwards.
#[derive(Default)]
struct DecisionCache(Mutex<Vec<(&'static Endpoint, Decision<'static>)>>);

impl DecisionCache {
    fn lock(&self) -> MutexGuard<'_, Vec<(&'static Endpoint, Decision<'static>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, endpoint: &'static Endpoint, decision: Decision<'static>) -> Decision<'static> {
        self.lock().push((endpoint, decision.clone()));
        decision
    }
}

/// Whose policy decides.
#[derive(Clone, Copy)]
pub(crate) enum Owner<'p> {
    /// That of an annotated route.
    Route(&'static Endpoint),
    Default(&'p DefaultPolicy),
}

/// A decision.
pub(crate) enum MaybeReady<F> {
    Ready(Decision<'static>),
    /// A predicate is asked first, which may wait.
    Pending(F),
}

impl<'p> Owner<'p> {
    /// What `cors_request` gets, by the policy at this moment.
    ///
    /// `'data` is named because `Request` is invariant in it in Rocket 0.5.1.
    pub(crate) fn decide<'r, 'data>(
        self,
        cors_request: cors_core::Request<'r>,
        request: &'r Request<'data>,
    ) -> MaybeReady<impl Future<Output = Decision<'static>> + Send + use<'p, 'r, 'data>> {
        // Loaded once, because it can be replaced between two looks at it.
        let policy = self.policy();
        match self.predicate_call(&policy, &cors_request) {
            None => MaybeReady::Ready(self.decide_judged(policy, &cors_request, false)),
            Some(call) => MaybeReady::Pending(async move {
                let is_approved = predicate::approves(&call, request).await;
                self.decide_judged(policy, &cors_request, is_approved)
            }),
        }
    }

    fn policy(self) -> PolicyRef<'static> {
        match self {
            Self::Route(endpoint) => endpoint.policy(),
            Self::Default(default) => default.policy(),
        }
    }

    fn predicate_call<'r>(
        self,
        policy: &Policy,
        cors_request: &cors_core::Request<'r>,
    ) -> Option<PredicateCall<'r>> {
        match self {
            Self::Route(endpoint) => endpoint.predicate_call(policy, cors_request),
            Self::Default(default) => default.predicate_call(policy, cors_request),
        }
    }

    fn decide_judged(
        self,
        policy: PolicyRef<'static>,
        cors_request: &cors_core::Request<'_>,
        is_approved: bool,
    ) -> Decision<'static> {
        match self {
            Self::Route(endpoint) => endpoint.decide_judged(policy, cors_request, is_approved),
            Self::Default(default) => default.decide_judged(policy, cors_request, is_approved),
        }
    }

    /// Whether this is the first time that headers of the application were removed, which is worth a warning.
    pub(crate) fn should_warn(self) -> bool {
        match self {
            Self::Route(endpoint) => endpoint.should_warn(),
            Self::Default(default) => default.should_warn(),
        }
    }
}

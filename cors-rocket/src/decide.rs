//! Decisions for requests of Rocket, and the cache of decisions that are needed before and after a handler.

use std::sync::{Mutex, MutexGuard, PoisonError};

use cors_core::__adapter::{Endpoint, MaybeReady, Owner};
use cors_core::Decision;
use rocket::Request;

use crate::adapter::{Head, RocketAdapter};

/// Decides a request by the owner's current policy, and calls its predicate, if any.
pub(crate) fn decide<'r, 'data>(
    owner: &Owner<'_>,
    head: Head<'r, 'data>,
) -> MaybeReady<impl Future<Output = Decision<'static>> + Send + use<'r, 'data>> {
    owner.step(owner.policy(), head).call::<RocketAdapter>(head.request)
}

/// Returns the owner of the policy of the route that Rocket tries with a request, or has tried last.
pub(crate) fn route_owner<'r>(endpoint: &'r Endpoint, request: &'r Request<'_>) -> Owner<'r> {
    Owner::Route(endpoint, request.route().map_or("", |route| route.uri.as_str()))
}

/// Decides a request at a route before its handler runs. The decision is kept, so that a predicate is called once.
pub(crate) fn decide_once<'r, 'data>(
    endpoint: &'static Endpoint,
    head: Head<'r, 'data>,
) -> MaybeReady<impl Future<Output = Decision<'static>> + Send + use<'r, 'data>> {
    let cache: &DecisionCache = head.request.local_cache(DecisionCache::default);
    if let Some((_, decision)) = cache.lock().iter().find(|(of, _)| std::ptr::eq(*of, endpoint)) {
        return MaybeReady::Ready(decision.clone());
    }
    match decide(&route_owner(endpoint, head.request), head) {
        MaybeReady::Ready(decision) => MaybeReady::Ready(cache.keep(endpoint, decision)),
        MaybeReady::Pending(decision) => {
            MaybeReady::Pending(async move { cache.keep(endpoint, decision.await) })
        }
    }
}

/// Returns the decision for the response. It does not change if the policy was replaced in the meantime.
///
/// The cache is emptied, because a clone of the request, such as one in a test, shares it.
pub(crate) fn decision_for_response<'r, 'data>(
    endpoint: &'static Endpoint,
    head: Head<'r, 'data>,
) -> MaybeReady<impl Future<Output = Decision<'static>> + Send + use<'r, 'data>> {
    if endpoint.decides_before_handler() {
        let decisions = std::mem::take(&mut *head.request.local_cache(DecisionCache::default).lock());
        if let Some((_, decision)) = decisions.into_iter().find(|(of, _)| std::ptr::eq(*of, endpoint)) {
            return MaybeReady::Ready(decision);
        }
    }
    decide(&route_owner(endpoint, head.request), head)
}

/// The decisions of the routes that a request has reached. It is kept when a route forwards.
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

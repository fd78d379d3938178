//! The decision for a request, from its arrival at a policy to its response.
//!
//! No type here is generic, so the code is compiled once, not for each handler.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::HeaderMap;
use actix_web::{Error, HttpMessage as _, HttpResponse};
use cors_core::__adapter::{MaybeReady, Owner, log_line};
use cors_core::{Decision, PolicyRef};

use crate::adapter::{ActixAdapter, Head};
use crate::claim::{Claim, ClaimCell, DefaultClaim};
use crate::guard::MatchedPolicy;
use crate::headers::HeaderCache;
use crate::response::ResponseParts;

/// The owner of a policy, with what a service keeps for its next requests.
#[derive(Debug)]
pub(crate) struct CachedOwner {
    owner: Owner<'static>,
    headers: HeaderCache,
    spare_claims: RefCell<ClaimCell>,
}

impl CachedOwner {
    pub(crate) fn new(owner: Owner<'static>) -> Self {
        Self { owner, headers: HeaderCache::default(), spare_claims: RefCell::default() }
    }

    /// Puts the headers on a response, and warns of those that it had.
    fn decorate(&self, parts: &ResponseParts, headers: &mut HeaderMap) {
        let removed = parts.apply(headers);
        self.owner.warn_removed::<ActixAdapter>(&removed);
    }
}

/// A request that has reached the owner of a policy, and is claimed for it.
pub(crate) struct Arrival {
    cached: Rc<CachedOwner>,
    /// The policy by which [`CorsGuard`](crate::guard::CorsGuard) accepted a preflight, or else the current policy.
    policy: PolicyRef<'static>,
    /// The claim of a default policy. A route decides in any case.
    claim: Option<DefaultClaim>,
}

impl Arrival {
    fn new(cached: &Rc<CachedOwner>, request: &ServiceRequest) -> Self {
        let (policy, claim) = match &cached.owner {
            Owner::Route(endpoint, _) => {
                ClaimCell::claim(&request.extensions(), Claim::Route);
                let matched = if endpoint.is_constant() { None } else { request.extensions_mut().remove() };
                let policy = matched.map_or_else(|| endpoint.policy(), |MatchedPolicy(policy)| policy);
                (policy, None)
            }
            Owner::Default(default) => {
                let claim = ClaimCell::claim_default(&mut request.extensions_mut(), &cached.spare_claims);
                (default.policy(), Some(claim))
            }
        };
        Self { cached: Rc::clone(cached), policy, claim }
    }

    /// Decides the request, and calls the predicate, if any.
    ///
    /// The future borrows the request. A caller that has to move the request before the future is ready drops the
    /// future and calls this function again.
    fn decide<'r>(
        &self,
        request: &'r ServiceRequest,
    ) -> MaybeReady<impl Future<Output = Decision<'static>> + use<'r>> {
        let owner = &self.cached.owner;
        let step = owner.step(self.policy.clone(), Head(request.head()));
        step.call::<ActixAdapter>(request.request())
    }

    /// Decides a request for its owner, unless an async predicate has to be called.
    pub(crate) fn decide_now(
        cached: &Rc<CachedOwner>,
        request: &ServiceRequest,
    ) -> Result<DeferredDecision, Self> {
        let arrival = Self::new(cached, request);
        match arrival.decide(request) {
            MaybeReady::Ready(decision) => Ok(arrival.decided(decision, request)),
            MaybeReady::Pending(_) => Err(arrival),
        }
    }

    /// Decides the request after a call of the async predicate.
    pub(crate) async fn decide_later(self, request: ServiceRequest) -> (DeferredDecision, ServiceRequest) {
        let decision = self.decide(&request).wait().await;
        (self.decided(decision, &request), request)
    }

    fn decided(self, decision: Decision<'static>, request: &ServiceRequest) -> DeferredDecision {
        let Self { cached, claim, .. } = self;
        let head = request.head();
        let mut explanation = cached.owner.explanation::<ActixAdapter>(Head(head), &decision);
        if claim.is_none() {
            log_line::<ActixAdapter>(explanation.take());
        }
        let parts = ResponseParts::new(&decision, head, &cached.headers);
        DeferredDecision { cached, claim, parts, explanation }
    }
}

/// A decision that waits for the response. That of a default policy applies unless a policy closer to the handler
/// decides.
pub(crate) struct DeferredDecision {
    cached: Rc<CachedOwner>,
    claim: Option<DefaultClaim>,
    parts: ResponseParts,
    /// The line of the log, if the decision of a default policy applies.
    explanation: Option<String>,
}

impl DeferredDecision {
    /// Returns the response of a route whose handler does not run. A default policy does not know the handler, so it
    /// always waits.
    pub(crate) fn response_at_once(&self) -> Option<HttpResponse> {
        (self.claim.is_none() && self.parts.status.is_some()).then(|| self.parts.response())
    }

    /// Puts the headers on a response or error, or replaces it.
    pub(crate) fn finish(&mut self, result: &mut Result<ServiceResponse, Error>) {
        match self.claim.as_ref().and_then(DefaultClaim::closer) {
            None => log_line::<ActixAdapter>(self.explanation.take()),
            // The default policy must not allow what an annotated route excludes.
            Some(Claim::Excluded) => self.parts = ResponseParts::nothing(),
            Some(_) => return,
        }
        match (self.parts.status, result) {
            (Some(_), Ok(response)) => *response.response_mut() = self.parts.response(),
            // An error has no request, which a response needs.
            (Some(_), Err(error)) => *error = self.parts.clone().into(),
            (None, Ok(response)) => self.cached.decorate(&self.parts, response.headers_mut()),
            // Middleware inside has failed. Its response is made later, outside of this service.
            (None, Err(error)) => {
                let (cached, parts) = (Rc::clone(&self.cached), self.parts.clone());
                error.add_response_mapper(move |mut response| {
                    cached.decorate(&parts, response.headers_mut());
                    response
                });
            }
        }
    }
}

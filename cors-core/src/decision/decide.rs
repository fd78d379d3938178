//! From a request to its decision.

use crate::decision::headers::Headers;
use crate::decision::predicate::PredicateCall;
use crate::decision::request::{FieldLines, Request, RequestKind};
use crate::decision::route_methods::RouteMethods;
use crate::decision::{Decision, PreflightResponse};
use crate::header::{AllowOrigin, VaryOn};
use crate::origin::Origin;
use crate::policy::{AllowMethods, Origins, Policy, PolicyRef, Predicate};

/// Fetch, [CORS check](https://fetch.spec.whatwg.org/#concept-cors-check), from the server's side.
fn find(origins: Origins<'_>, origin: FieldLines<'_>, is_approved: bool) -> Option<AllowOrigin> {
    match origin {
        FieldLines::One(_) if origins.predicate().is_some() => {
            is_approved.then_some(AllowOrigin::RequestOrigin)
        }
        FieldLines::One(origin) => origins.find(origin),
        FieldLines::Several if origins.is_any() => Some(AllowOrigin::Wildcard),
        FieldLines::Absent | FieldLines::Several => None,
    }
}

/// Fetch, [CORS protocol and HTTP caches](https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches).
fn vary(origins: Origins<'_>, by_origin: VaryOn) -> VaryOn {
    if origins.is_any() || origins.is_same_origin() { VaryOn::Nothing } else { by_origin }
}

impl Policy {
    /// What `request` gets on a route that serves the methods `served` to other origins.
    ///
    /// Methods that the policy leaves out are left out of `served` as well. Never allocates for policies that leave out
    /// none, and looks at no more than 326 bytes of `Origin`.
    #[must_use]
    pub fn decide<'p>(&'p self, served: AllowMethods<'p>, request: &Request<'_>) -> Decision<'p> {
        let served = RouteMethods::Known { methods: served, head_follows_get: false };
        request.decide(PolicyRef::Borrowed(self), served, false)
    }

    /// What `request` gets where there is no route to tell the methods: those of the policy, else the
    /// [CORS-safelisted](AllowMethods::SAFELISTED) ones.
    #[must_use]
    pub fn decide_alone(&self, request: &Request<'_>) -> Decision<'_> {
        self.decide(self.methods().unwrap_or(AllowMethods::SAFELISTED), request)
    }
}

impl<'r> Request<'r> {
    /// Whether this is a preflight for a method that the route serves to the origins of `policy`.
    ///
    /// Several lines, or one that is no method of the route, are served by nobody.
    pub(crate) fn is_preflight_for(&self, policy: &Policy, served: RouteMethods<'_>) -> bool {
        matches!(
            self.kind(),
            RequestKind::Preflight { requested_method: FieldLines::One(method) } if served.allows(policy, method)
        )
    }

    /// Returns the call of the predicate that has to be made before there can be a decision.
    pub(crate) fn predicate_call(
        &self,
        policy: &Policy,
        served: RouteMethods<'_>,
    ) -> Option<PredicateCall<'r>> {
        let Predicate { function, .. } = *policy.origins().predicate()?;
        let FieldLines::One(origin) = self.origin else { return None };
        let is_cors = match self.kind() {
            RequestKind::NotCors => false,
            RequestKind::Preflight { .. } => self.is_preflight_for(policy, served),
            RequestKind::Actual => served.allows(policy, self.method),
        };
        Some(PredicateCall { origin: Origin::parse(origin).filter(|_| is_cors)?, function })
    }

    /// What this request gets on a route that has this policy and serves these methods.
    ///
    /// `is_approved` is what a predicate says of the origin, if the policy has one.
    pub(crate) fn decide<'p>(
        &self,
        policy: PolicyRef<'p>,
        served: RouteMethods<'p>,
        is_approved: bool,
    ) -> Decision<'p> {
        if self.is_preflight_for(&policy, served) {
            return self.preflight(policy, served, is_approved);
        }
        let origins = policy.origins();
        let vary = vary(origins, VaryOn::Origin);
        let (origin, vary) = match self.kind() {
            // Some other handler's preflight that came here all the same: as if it were a refused request.
            RequestKind::Preflight { .. } => (FieldLines::Absent, vary),
            // A method that was left out is for the route's own origin only.
            _ if !served.allows(&policy, self.method) => (FieldLines::Absent, VaryOn::Nothing),
            RequestKind::NotCors if origins.is_any() => (FieldLines::One(b"".as_slice()), vary),
            RequestKind::NotCors => (FieldLines::Absent, vary),
            RequestKind::Actual => (self.origin, vary),
        };
        let allow_origin = find(origins, origin, is_approved);
        Decision::Decorate(Headers { policy, allow_origin, preflight: None, vary })
    }

    /// Fetch, [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), from the server's side.
    fn preflight<'p>(
        &self,
        policy: PolicyRef<'p>,
        served: RouteMethods<'p>,
        is_approved: bool,
    ) -> Decision<'p> {
        let origins = policy.origins();
        let vary = vary(origins, VaryOn::Preflight);
        let allow_origin = find(origins, self.origin, is_approved);
        let headers = Headers { policy, allow_origin, preflight: Some(served), vary };
        Decision::Preflight(PreflightResponse { allowed: allow_origin.is_some(), headers })
    }
}

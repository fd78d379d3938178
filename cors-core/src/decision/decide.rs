//! The path from a request to its decision.

use crate::decision::Decision;
use crate::decision::headers::{HeaderSet, Headers};
use crate::decision::request::{FieldLines, Request};
use crate::decision::route_methods::RouteMethods;
use crate::header::{AllowOrigin, VaryOn};
use crate::policy::{AllowMethods, Origins, Policy, PolicyRef};

impl Policy {
    /// Decides `request` on a route that serves `methods` to other origins.
    ///
    /// Methods that the policy excludes are removed from `methods`. A predicate is not called, and counts as a refusal
    /// of every origin. Reads at most 326 bytes of `Origin`, and does not allocate unless the policy excludes methods.
    #[must_use]
    #[inline]
    pub fn decide<'p>(&'p self, methods: AllowMethods<'p>, request: &Request<'_>) -> Decision<'p> {
        let methods = RouteMethods::Known { methods, head_follows_get: false };
        request.decide(PolicyRef::Borrowed(self), methods, false)
    }

    /// Decides `request` without a route. The methods are those of the policy, or else the
    /// [CORS-safelisted](https://fetch.spec.whatwg.org/#cors-safelisted-method) ones. `HEAD` follows `GET`.
    #[must_use]
    #[inline]
    pub fn decide_without_route(&self, request: &Request<'_>) -> Decision<'_> {
        request.decide(PolicyRef::Borrowed(self), RouteMethods::NoRoute, false)
    }
}

impl Request<'_> {
    /// Decides this request by `policy`, on a route that serves `methods`.
    ///
    /// `is_approved` is the result of the predicate, if the policy has one.
    #[inline]
    pub(crate) fn decide<'p>(
        &self,
        policy: PolicyRef<'p>,
        methods: RouteMethods<'p>,
        is_approved: bool,
    ) -> Decision<'p> {
        if self.is_preflight_for(&policy, methods) {
            return self.preflight(policy, methods, is_approved);
        }
        let origins = policy.origins();
        let vary = vary(origins, VaryOn::Origin);
        let (allow_origin, vary) = match self.is_preflight() {
            // A preflight for a method of another handler can still arrive here. It is treated as a refused request.
            true => (None, vary),
            // An excluded method is for the route's own origin only.
            false if !self.is_served(&policy, methods) => (None, VaryOn::Nothing),
            false => (cors_check(origins, self.origin, is_approved), vary),
        };
        let set = allow_origin.map_or(HeaderSet::None, HeaderSet::Actual);
        Decision::Decorate(Headers { policy, set, vary })
    }

    /// Decides a preflight (Fetch, [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), on the
    /// server's side).
    #[inline]
    fn preflight<'p>(
        &self,
        policy: PolicyRef<'p>,
        methods: RouteMethods<'p>,
        is_approved: bool,
    ) -> Decision<'p> {
        let origins = policy.origins();
        let vary = vary(origins, VaryOn::Preflight);
        let set = match cors_check(origins, self.origin, is_approved) {
            Some(allowed) => HeaderSet::Preflight(allowed, methods),
            None => HeaderSet::None,
        };
        Decision::Preflight(Headers { policy, set, vary })
    }

    /// Reports whether this is a preflight for a method that the route serves to the origins of `policy`.
    ///
    /// `Access-Control-Request-Method` has to be one line.
    #[inline]
    pub(crate) fn is_preflight_for(&self, policy: &Policy, methods: RouteMethods<'_>) -> bool {
        matches!(self.requested_method, FieldLines::One(method) if self.is_preflight() && methods.allows(policy, method))
    }

    /// Reports whether the route serves this request, if it is no preflight, to the origins of `policy`.
    #[inline]
    pub(crate) fn is_served(&self, policy: &Policy, methods: RouteMethods<'_>) -> bool {
        let allows = |method| methods.allows(policy, method);
        // Few requests are not served, so that the others need no look for `CONNECT`.
        allows(self.method) || allows(self.allowable_method())
    }
}

/// Performs the [CORS check](https://fetch.spec.whatwg.org/#concept-cors-check) on the server's side. Returns the
/// origin for `Access-Control-Allow-Origin`, if it is allowed.
fn cors_check(origins: Origins<'_>, origin: FieldLines<'_>, is_approved: bool) -> Option<AllowOrigin> {
    match origin {
        FieldLines::One(_) if origins.predicate().is_some() => {
            is_approved.then_some(AllowOrigin::RequestOrigin)
        }
        FieldLines::One(origin) => origins.find(origin),
        // Caches may give a response to a request without `Origin` to every page.
        FieldLines::Absent | FieldLines::Several => origins.is_any().then_some(AllowOrigin::Wildcard),
    }
}

/// Returns the request headers to vary on (Fetch,
/// [CORS protocol and HTTP caches](https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches)).
fn vary(origins: Origins<'_>, by_origin: VaryOn) -> VaryOn {
    if origins.is_any() || origins.is_same_origin() { VaryOn::Nothing } else { by_origin }
}

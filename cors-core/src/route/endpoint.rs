//! A route with its policy.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::decision::{Decision, Headers, PredicateCall, Request, RouteMethods};
use crate::explain::Explainer;
use crate::header::VaryOn;
use crate::policy::{AllowMethods, Enforce, Policy, PolicyRef};
use crate::route::source::PolicySource;

/// A route with its policy and the methods that it serves to other origins; made by the attribute.
pub struct Endpoint {
    source: PolicySource,
    /// All methods of the route.
    methods: AllowMethods<'static>,
    served: RouteMethods<'static>,
    enforce: Option<Enforce>,
    /// Whether somebody has been told of headers that were removed.
    warned: AtomicBool,
}

impl Endpoint {
    /// `methods` are those of the route, as far as the attribute does not leave them out, separated by `", "`.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_checked(policy: &'static Policy, methods: &'static str) -> Self {
        Self::from_source(PolicySource::Literal(policy), methods, false)
    }

    /// As [`Self::from_checked`], for a policy that may leave out some of the `methods` itself.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_source(source: PolicySource, methods: &'static str, head_follows_get: bool) -> Self {
        let methods = AllowMethods::from_checked(methods);
        let served = RouteMethods::Known { methods, head_follows_get };
        Self { source, methods, served, enforce: None, warned: AtomicBool::new(false) }
    }

    /// The same for a route that has more `methods`, which are for its own origin.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_route_methods(self, methods: &'static str) -> Self {
        Self { methods: AllowMethods::from_checked(methods), ..self }
    }

    /// The same route, refusing requests of other origins.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_enforce(self, enforce: Enforce) -> Self {
        Self { enforce: Some(enforce), ..self }
    }

    /// The policy at this moment.
    #[must_use]
    pub fn policy(&self) -> PolicyRef<'static> {
        self.source.policy()
    }

    /// The methods that the route serves to other origins at this moment, in the order in which they are sent.
    #[must_use]
    pub fn methods(&self) -> Vec<&'static str> {
        let policy = self.policy();
        self.methods.iter().filter(|method| self.served.allows(&policy, method.as_bytes())).collect()
    }

    /// What `request` gets on this route; for a policy with a predicate, whose origin nobody has approved.
    #[must_use]
    pub fn decide(&self, request: &Request<'_>) -> Decision<'static> {
        self.decide_judged(self.policy(), request, false)
    }

    /// Returns the call of the predicate that has to be made before `request` can be decided by `policy`, which is this route's.
    #[doc(hidden)]
    #[must_use]
    pub fn predicate_call<'r>(&self, policy: &Policy, request: &Request<'r>) -> Option<PredicateCall<'r>> {
        request.predicate_call(policy, self.served)
    }

    /// What `request` gets by `policy`, which is this route's, with what a predicate says of the origin.
    #[doc(hidden)]
    #[must_use]
    pub fn decide_judged(
        &self,
        policy: PolicyRef<'static>,
        request: &Request<'_>,
        is_approved: bool,
    ) -> Decision<'static> {
        let decision = request.decide(policy, self.served, is_approved);
        let Some(enforce) = self.enforce else { return decision };
        match decision {
            Decision::Decorate(headers) if enforce.refuses(request, headers.allow_origin.is_some()) => {
                Decision::Refuse(Headers { vary: VaryOn::Refusal, ..headers })
            }
            decision => decision,
        }
    }

    /// Whether the route is to refuse requests by a policy that allows every origin, and so refuses none. While compiling
    /// that is a mistake.
    #[must_use]
    pub fn enforces_nothing(&self) -> bool {
        self.is_enforced() && self.policy().origins().is_any()
    }

    /// Whether a request is decided before its handler runs, because it might be refused, or get something else later.
    #[doc(hidden)]
    #[must_use]
    pub fn decides_before_handler(&self) -> bool {
        self.is_enforced() || !self.is_constant() || self.policy().origins().predicate().is_some()
    }

    /// Whether the policy is the same at every moment.
    #[doc(hidden)]
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.source.is_constant()
    }

    /// Whether the route refuses requests itself, so that `fetch_site`, `authority` and `host` of a
    /// [`Request`] are looked at.
    #[must_use]
    pub fn is_enforced(&self) -> bool {
        self.enforce.is_some()
    }

    pub(crate) fn enforce(&self) -> Option<Enforce> {
        self.enforce
    }

    /// The policy by which this route answers `request`, if that is a preflight for it.
    #[must_use]
    pub fn preflight_policy(&self, request: &Request<'_>) -> Option<PolicyRef<'static>> {
        Some(self.policy()).filter(|policy| request.is_preflight_for(policy, self.served))
    }

    /// Whether `request` is a preflight for a method that the route serves to its own origin alone, so that nobody else
    /// may allow it.
    #[must_use]
    pub fn excludes(&self, request: &Request<'_>) -> bool {
        // That policy bounds no methods, so this asks about the route alone.
        let route = RouteMethods::Known { methods: self.methods, head_follows_get: false };
        request.is_preflight_for(&Policy::SAME_ORIGIN, route) && self.preflight_policy(request).is_none()
    }

    /// Why pages do not get what `request` asks for, after this `decision`, and the line that would allow it; `None` if
    /// they do. It is one line for a log, whatever the request says.
    ///
    /// `route` is the path. The request has `fetch_site`, `authority` and `host`, by which requests of the route's own origin
    /// are known, and `asked` are the lines of its `Access-Control-Request-Headers`, of which 1024 bytes are looked at.
    #[doc(hidden)]
    #[must_use]
    pub fn report<'r>(
        &self,
        route: &dyn fmt::Display,
        request: &Request<'_>,
        decision: &Decision<'_>,
        asked: impl Iterator<Item = &'r [u8]>,
    ) -> Option<String> {
        let explainer = Explainer { route, served: self.served, methods: Some(self.methods) };
        explainer.report(request, decision, asked)
    }

    /// Whether this is the first time that headers of the handler were removed, which is worth a warning.
    #[doc(hidden)]
    pub fn should_warn(&self) -> bool {
        !self.warned.swap(true, Ordering::Relaxed)
    }
}

impl PartialEq for Endpoint {
    fn eq(&self, other: &Self) -> bool {
        self.served == other.served && self.enforce == other.enforce && self.source.is_as(other.source)
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint").field("policy", &self.policy()).field("served", &self.served).finish()
    }
}

//! A route with its policy.

use std::fmt;

use crate::decision::{FieldLines, Request, RouteMethods};
use crate::policy::{AllowMethods, Enforce, PolicyRef};
use crate::route::source::PolicySource;
use crate::route::state::OwnerState;

/// A route with its policy and the methods that it serves to other origins; made by the attribute.
#[doc(hidden)]
pub struct Endpoint {
    source: PolicySource,
    /// All methods of the route. `None` if only a router knows them.
    pub(super) all_methods: Option<AllowMethods<'static>>,
    /// The methods that the route serves to other origins.
    pub(super) methods: RouteMethods<'static>,
    pub(super) enforce: Option<Enforce>,
    pub(super) state: OwnerState,
}

impl Endpoint {
    /// Makes an endpoint. `methods` are those of the route that the attribute does not exclude, separated by `", "`; the policy
    /// may exclude some of them, too.
    #[must_use]
    pub const fn from_source(source: PolicySource, methods: &'static str, head_follows_get: bool) -> Self {
        let known = AllowMethods::from_checked(methods);
        Self::new(source, RouteMethods::Known { methods: known, head_follows_get }).with_all_methods(methods)
    }

    /// Makes an endpoint whose methods only the router knows. `listed` are the only ones that it serves to other origins.
    #[must_use]
    pub const fn of_router(source: PolicySource, listed: Option<&'static str>) -> Self {
        let listed = match listed {
            Some(methods) => Some(AllowMethods::from_checked(methods)),
            None => None,
        };
        Self::new(source, RouteMethods::Router { listed })
    }

    const fn new(source: PolicySource, methods: RouteMethods<'static>) -> Self {
        Self { source, all_methods: None, methods, enforce: None, state: OwnerState::new() }
    }

    /// Sets all `methods` of the route, including those for its own origin.
    #[must_use]
    pub const fn with_all_methods(mut self, methods: &'static str) -> Self {
        self.all_methods = Some(AllowMethods::from_checked(methods));
        self
    }

    /// Sets `enforce`, so that the route refuses requests of other origins.
    #[must_use]
    pub const fn with_enforce(mut self, enforce: Enforce) -> Self {
        self.enforce = Some(enforce);
        self
    }

    /// Returns the current policy.
    #[must_use]
    pub fn policy(&self) -> PolicyRef<'static> {
        self.source.policy()
    }

    /// Returns the methods that the route currently serves to other origins, in the order in which they are sent. Those of a
    /// route whose methods only a router knows are `"*"`, unless it lists some.
    #[must_use]
    pub fn methods(&self) -> Vec<&'static str> {
        let policy = self.policy();
        let Some(methods) = self.all_methods.or(self.listed()) else { return vec!["*"] };
        methods.iter().filter(|method| self.methods.allows(&policy, method.as_bytes())).collect()
    }

    /// Returns the methods that the attribute lists where only a router knows the methods.
    pub fn listed_methods(&self) -> impl Iterator<Item = &'static str> {
        self.listed().into_iter().flat_map(AllowMethods::iter)
    }

    fn listed(&self) -> Option<AllowMethods<'static>> {
        match self.methods {
            RouteMethods::Router { listed } => listed,
            RouteMethods::Known { .. } | RouteMethods::NoRoute => None,
        }
    }

    /// Reports whether a request has to be decided before its handler runs: the route may refuse the request, a predicate reads it,
    /// or the policy may be replaced in the meantime.
    #[must_use]
    pub fn decides_before_handler(&self) -> bool {
        self.enforce.is_some() || !self.is_constant() || self.policy().origins().predicate().is_some()
    }

    /// Reports whether the route refuses requests of other origins.
    #[must_use]
    pub const fn is_enforced(&self) -> bool {
        self.enforce.is_some()
    }

    /// Reports whether the policy never changes.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.source.is_constant()
    }

    /// Returns the policy for `request`, if it is a preflight that this route answers.
    #[must_use]
    pub fn preflight_policy(&self, request: &Request<'_>) -> Option<PolicyRef<'static>> {
        Some(self.policy()).filter(|policy| request.is_preflight_for(policy, self.methods))
    }

    /// Reports whether `request` is a preflight for a method of the route. If [`Self::preflight_policy`] has returned `None` for
    /// it, the route serves the method to its own origin alone, and no other policy may allow the preflight.
    ///
    /// The current policy is not asked again, since it may allow more by now.
    #[must_use]
    pub fn serves_requested_method(&self, request: &Request<'_>) -> bool {
        let FieldLines::One(method) = request.requested_method else { return false };
        request.is_preflight() && self.all_methods.is_some_and(|methods| methods.contains(method))
    }
}

impl PartialEq for Endpoint {
    fn eq(&self, other: &Self) -> bool {
        self.methods == other.methods && self.enforce == other.enforce && self.source == other.source
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint").field("policy", &self.policy()).field("methods", &self.methods).finish()
    }
}

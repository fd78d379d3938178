//! The first step of a decision. It is the last one unless a predicate has to be called.

use std::any::Any;

use crate::decision::{Decision, FieldLines, Request, RequestKind, RouteMethods};
use crate::origin::Origin;
use crate::policy::{Enforce, PolicyRef};

/// The result of applying a policy to a request.
#[doc(hidden)]
#[derive(Debug)]
pub enum DecisionStep<'r> {
    /// The final decision.
    Decided(Decision<'static>),
    /// A predicate that has to be called first.
    Call(PredicateCall<'r>),
}

/// A call of a predicate, with everything that decides the request after the predicate returns.
#[doc(hidden)]
#[derive(Debug)]
pub struct PredicateCall<'r> {
    /// The origin for the predicate to decide.
    pub origin: Origin<'r>,
    pub(crate) function: &'static (dyn Any + Send + Sync),
    policy: PolicyRef<'static>,
    request: Request<'r>,
    methods: RouteMethods<'static>,
    enforce: Option<Enforce>,
}

impl<'r> DecisionStep<'r> {
    /// Decides `request` by `policy`, unless a predicate has to be called first.
    ///
    /// A predicate is called for a CORS request with one origin, if the route serves its method to other origins.
    #[inline]
    pub(crate) fn of(
        policy: PolicyRef<'static>,
        request: Request<'r>,
        methods: RouteMethods<'static>,
        enforce: Option<Enforce>,
    ) -> Self {
        let call = policy.origins().predicate().map(|predicate| predicate.function);
        let call = call.and_then(|function| {
            let FieldLines::One(origin) = request.origin else { return None };
            let is_served = match request.kind() {
                RequestKind::NotCors => false,
                RequestKind::Preflight { .. } => request.is_preflight_for(&policy, methods),
                RequestKind::Actual => request.is_served(&policy, methods),
            };
            Some((Origin::parse(origin).filter(|_| is_served)?, function))
        });
        match call {
            Some((origin, function)) => {
                Self::Call(PredicateCall { origin, function, policy, request, methods, enforce })
            }
            None => Self::Decided(request.decide(policy, methods, false).enforced(enforce, &request)),
        }
    }

    /// Decides without calling the predicate, as if it refused the origin.
    #[must_use]
    #[inline]
    pub fn unapproved(self) -> Decision<'static> {
        match self {
            Self::Decided(decision) => decision,
            Self::Call(call) => call.resume(false),
        }
    }
}

impl<'r> PredicateCall<'r> {
    /// Decides the request with the result of the predicate.
    #[must_use]
    pub fn resume(self, is_approved: bool) -> Decision<'static> {
        let Self { policy, request, methods, enforce, .. } = self;
        request.decide(policy, methods, is_approved).enforced(enforce, &request)
    }
}

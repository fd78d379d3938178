//! The owner of a policy: a route, or an application with a default policy.

use crate::adapter::{Adapter, Level, RequestHead, ResponseHead};
use crate::decision::predicate::PredicateFn;
use crate::decision::{Decision, DecisionStep, Request, RouteMethods};
use crate::explain::{Explainer, log_line, removed_headers, shown_path};
use crate::header::Vary;
use crate::header::replace::replace;
use crate::policy::{Enforce, PolicyRef, Predicate};
use crate::route::state::OwnerState;
use crate::route::{DefaultPolicy, Endpoint};
use crate::syntax::escaped::Escaped;

/// The owner of a policy. It decides requests, and explains the decisions in the log.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub enum Owner<'p> {
    /// An annotated route, and its name in the log: its path, or the name of its handler if only a router knows the path.
    Route(&'p Endpoint, &'p str),
    /// An application, whose policy covers every response without a policy of its own.
    Default(DefaultPolicy),
}

impl Owner<'_> {
    /// Returns the current policy.
    #[must_use]
    #[inline]
    pub fn policy(&self) -> PolicyRef<'static> {
        match self {
            Self::Route(endpoint, _) => endpoint.policy(),
            Self::Default(default) => default.policy(),
        }
    }

    /// Decides a request by `policy`, a current or earlier policy of this owner, or returns the predicate to call first.
    #[must_use]
    #[inline]
    pub fn step<'r>(&self, policy: PolicyRef<'static>, head: impl RequestHead<'r>) -> DecisionStep<'r> {
        let request = match self.enforce() {
            Some(_) => Request::with_server_names(head),
            None => Request::of(head),
        };
        DecisionStep::of(policy, request, self.methods(), self.enforce())
    }

    /// Decides a request that is read already. A predicate is not called, and counts as a refusal of every origin.
    #[must_use]
    #[inline]
    pub fn decide(&self, request: &Request<'_>) -> Decision<'static> {
        match self {
            Self::Route(endpoint, _) => {
                let decision = request.decide(endpoint.policy(), endpoint.methods, false);
                decision.enforced(endpoint.enforce, request)
            }
            Self::Default(default) => default.decide(request),
        }
    }

    /// Writes into the log why pages do not get what a request asks for, if debug lines are written.
    pub fn log_explanation<'r, A: Adapter>(&self, head: impl RequestHead<'r>, decision: &Decision<'_>) {
        log_line::<A>(self.explanation::<A>(head, decision));
    }

    /// Returns the line that [`Self::log_explanation`] writes, to be written later or not at all: why pages do not get
    /// what a request asks for, and the key that would allow it. Returns `None` if they get it.
    #[must_use]
    pub fn explanation<'r, A: Adapter>(
        &self,
        head: impl RequestHead<'r>,
        decision: &Decision<'_>,
    ) -> Option<String> {
        if !A::logs_debug() {
            return None;
        }
        let requested = Escaped(head.path()).to_string();
        let route = match self {
            Self::Route(Endpoint { methods: RouteMethods::Known { .. }, .. }, name) => name,
            // A router that alone knows the methods knows the path alone as well.
            Self::Route(..) | Self::Default(_) => requested.as_str(),
        };
        let all_methods = self.endpoint().and_then(|endpoint| endpoint.all_methods);
        let explainer = Explainer { route: shown_path(route), methods: self.methods(), all_methods };
        explainer.explain(head, decision)
    }

    /// Removes the `Access-Control-*` headers of a response that the policy does not open, and warns of them.
    pub fn close<A: Adapter>(&self, response: &mut impl ResponseHead) {
        let removed = replace(response, Vary::NOTHING, |_| {});
        self.warn_removed::<A>(&removed);
    }

    /// Warns about `Access-Control-*` headers that were removed from a response, once per owner.
    pub fn warn_removed<A: Adapter>(&self, removed: &[String]) {
        if !removed.is_empty() && self.state().first_warning() {
            A::log(Level::Warn, &removed_headers(self.name(), removed, A::MIDDLEWARE));
        }
    }

    /// Reports whether the application may start, and logs the reason if not.
    ///
    /// A policy that is made on first use is made here, so that its panic stops the start.
    #[must_use]
    pub fn can_start<A: Adapter>(&self) -> bool {
        let (policy, name) = (self.policy(), shown_path(self.name()));
        let predicate = policy.origins().predicate();
        let line = match predicate.filter(|predicate| !predicate.function.is::<PredicateFn<A>>()) {
            Some(Predicate { text, .. }) => format!(
                "`{text}` of {name} takes the requests of another framework, so it would refuse every origin; name a policy that is \
                 made with `policy!` of this application's adapter"
            ),
            None if policy.origins().is_any() && self.enforce().is_some() => format!(
                "`enforce` on {name} refuses nothing, since its policy allows any origin; list the origins, or leave out `enforce`"
            ),
            None => return true,
        };
        A::log(Level::Error, &line);
        false
    }

    #[inline]
    pub(crate) fn state(&self) -> &OwnerState {
        match self {
            Self::Route(endpoint, _) => &endpoint.state,
            Self::Default(default) => default.state(),
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Route(_, name) => name,
            Self::Default(_) => "the default policy",
        }
    }

    #[inline]
    fn endpoint(&self) -> Option<&Endpoint> {
        match self {
            Self::Route(endpoint, _) => Some(endpoint),
            Self::Default(_) => None,
        }
    }

    #[inline]
    fn methods(&self) -> RouteMethods<'static> {
        self.endpoint().map_or(RouteMethods::NoRoute, |endpoint| endpoint.methods)
    }

    #[inline]
    fn enforce(&self) -> Option<Enforce> {
        self.endpoint()?.enforce
    }
}

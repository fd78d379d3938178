//! Whose policy decides a request, and the decision, which mostly is known at once.

use cors_core::__private::Question;
use cors_core::{Decision, DefaultPolicy, Endpoint, Policy, PolicyRef};
use rocket::Request;

use crate::judge;

/// Whose policy decides.
#[derive(Clone, Copy)]
pub(crate) enum By<'p> {
    /// That of an annotated route.
    Own(&'static Endpoint),
    Default(&'p DefaultPolicy),
}

/// A decision.
pub(crate) enum Decided<F> {
    AtOnce(Decision<'static>),
    /// A predicate is asked first, which may wait.
    Later(F),
}

impl<'p> By<'p> {
    /// What a request with these `facts` gets, by the policy at this moment.
    ///
    /// `'data` is named because `Request` is invariant in it in Rocket 0.5.1.
    pub(crate) fn decide<'r, 'data>(
        self,
        facts: cors_core::Request<'r>,
        request: &'r Request<'data>,
    ) -> Decided<impl Future<Output = Decision<'static>> + Send + use<'p, 'r, 'data>> {
        // Loaded once, because it can be replaced between two looks at it.
        let policy = self.policy();
        match self.question(&policy, &facts) {
            None => Decided::AtOnce(self.decide_judged(policy, &facts, false)),
            Some(question) => Decided::Later(async move {
                let is_approved = judge::approves(&question, request).await;
                self.decide_judged(policy, &facts, is_approved)
            }),
        }
    }

    fn policy(self) -> PolicyRef<'static> {
        match self {
            Self::Own(endpoint) => endpoint.policy(),
            Self::Default(default) => default.policy(),
        }
    }

    fn question<'r>(self, policy: &Policy, facts: &cors_core::Request<'r>) -> Option<Question<'r>> {
        match self {
            Self::Own(endpoint) => endpoint.question(policy, facts),
            Self::Default(default) => default.question(policy, facts),
        }
    }

    fn decide_judged(
        self,
        policy: PolicyRef<'static>,
        facts: &cors_core::Request<'_>,
        is_approved: bool,
    ) -> Decision<'static> {
        match self {
            Self::Own(endpoint) => endpoint.decide_judged(policy, facts, is_approved),
            Self::Default(default) => default.decide_judged(policy, facts, is_approved),
        }
    }

    /// Whether this is the first time that headers of the application were removed, which is worth a warning.
    pub(crate) fn is_first_removal(self) -> bool {
        match self {
            Self::Own(endpoint) => endpoint.is_first_removal(),
            Self::Default(default) => default.is_first_removal(),
        }
    }
}

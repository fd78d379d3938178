//! The first step of a decision. It is the last one unless a predicate has to be called.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::adapter::{Adapter, Level, PredicateError, PredicateResult};
use crate::decision::predicate::PredicateFn;
use crate::decision::{Decision, FieldLines, Request, RouteMethods};
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
    function: &'static (dyn Any + Send + Sync),
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
            let is_served = match request.is_preflight() {
                true => request.is_preflight_for(&policy, methods),
                false => request.is_served(&policy, methods),
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

    /// Calls the predicate with `request`, if the step needs a call.
    ///
    /// The origin is refused if the predicate fails or panics, and if it belongs to another framework.
    pub fn call<'q, A: Adapter>(
        self,
        request: &'r A::Request<'q>,
    ) -> MaybeReady<impl Future<Output = Decision<'static>> + use<'r, 'q, A>> {
        let call = match self {
            Self::Decided(decision) => return MaybeReady::Ready(decision),
            Self::Call(call) => call,
        };
        match call.function.downcast_ref::<PredicateFn<A>>() {
            Some(PredicateFn::Async(function)) => MaybeReady::Pending(async move {
                let result = catch_panic(|| function(&call.origin, request)).await;
                call.resume(or_log::<A>(result))
            }),
            Some(PredicateFn::Sync(function)) => {
                let result = catch_unwind(AssertUnwindSafe(|| function(&call.origin, request)));
                MaybeReady::Ready(call.resume(or_log::<A>(result.unwrap_or(Err(PredicateError::Panicked)))))
            }
            None => MaybeReady::Ready(call.resume(or_log::<A>(Err(PredicateError::OfOther)))),
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

/// A decision that may wait for an async predicate.
#[doc(hidden)]
pub enum MaybeReady<F> {
    /// The decision, without anything to wait for.
    Ready(Decision<'static>),
    /// A future that calls the predicate when it is first polled.
    Pending(F),
}

impl<F: Future<Output = Decision<'static>>> MaybeReady<F> {
    /// Waits for the decision.
    pub async fn wait(self) -> Decision<'static> {
        match self {
            Self::Ready(decision) => decision,
            Self::Pending(future) => future.await,
        }
    }
}

fn or_log<A: Adapter>(result: PredicateResult) -> bool {
    result.unwrap_or_else(|error| {
        A::log(Level::Debug, &error);
        false
    })
}

/// Catches panics of `function` as well, since an async predicate can panic before it returns its future.
async fn catch_panic<F>(function: impl FnOnce() -> F) -> PredicateResult
where
    F: Future<Output = PredicateResult> + Unpin,
{
    match catch_unwind(AssertUnwindSafe(function)) {
        Ok(future) => CatchUnwind(future).await,
        Err(_) => Err(PredicateError::Panicked),
    }
}

/// A future that turns a panic into an error.
struct CatchUnwind<F>(F);

impl<F: Future<Output = PredicateResult> + Unpin> Future for CatchUnwind<F> {
    type Output = PredicateResult;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<PredicateResult> {
        catch_unwind(AssertUnwindSafe(|| Pin::new(&mut self.0).poll(context)))
            .unwrap_or(Poll::Ready(Err(PredicateError::Panicked)))
    }
}

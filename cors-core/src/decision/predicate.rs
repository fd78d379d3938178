//! Predicates: functions of the application that decide origins.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::adapter::{Adapter, Level, PredicateError, PredicateResult};
use crate::decision::{Decision, DecisionStep};
use crate::origin::Origin;

/// The function named by `predicate(…)` or `async_predicate(…)`, for requests of one framework.
#[doc(hidden)]
#[derive(Debug)]
pub enum PredicateFn<A: Adapter> {
    Sync(for<'q> fn(&Origin<'_>, &A::Request<'q>) -> PredicateResult),
    Async(for<'r, 'q> fn(&'r Origin<'r>, &'r A::Request<'q>) -> A::PredicateFuture<'r>),
}

/// An output type of a predicate: whether the origin is allowed, or an error, which refuses the origin.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a predicate returns `bool` or `Result<bool, E>`, and this one returns `{Self}`",
    label = "this function returns something else",
    note = "an `async fn` takes `async_predicate(…)`; `E` implements `Display`"
)]
pub trait PredicateOutput {
    /// Converts the output into a result.
    ///
    /// # Errors
    /// Returns the text of the predicate's own error.
    fn into_result(self) -> PredicateResult;
}

impl PredicateOutput for bool {
    fn into_result(self) -> PredicateResult {
        Ok(self)
    }
}

impl<E: fmt::Display> PredicateOutput for Result<bool, E> {
    fn into_result(self) -> PredicateResult {
        self.map_err(|error| PredicateError::Failed(error.to_string()))
    }
}

/// The output of an `async fn`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`async_predicate` takes an `async fn`, and this function returns `{Self}`; write `predicate(…)`",
    label = "this function is not `async`"
)]
pub trait AsyncOutput<V>: Future<Output = V> {}

#[diagnostic::do_not_recommend]
impl<V, F: Future<Output = V>> AsyncOutput<V> for F {}

/// Returns the result of a predicate. Expansions call this function, so that compile errors name the bound.
#[doc(hidden)]
pub fn output(output: impl PredicateOutput) -> PredicateResult {
    output.into_result()
}

/// A decision that may wait for an async predicate.
#[doc(hidden)]
pub enum MaybeReady<F> {
    /// The decision, without anything to wait for.
    Ready(Decision<'static>),
    /// A future that calls the predicate when it is first polled.
    Pending(F),
}

impl<F> MaybeReady<F> {
    /// Returns the decision if it does not have to wait.
    pub fn ready(self) -> Option<Decision<'static>> {
        match self {
            Self::Ready(decision) => Some(decision),
            Self::Pending(_) => None,
        }
    }
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

impl<'r> DecisionStep<'r> {
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
            None => MaybeReady::Ready(call.resume(false)),
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

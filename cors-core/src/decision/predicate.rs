//! Predicates: functions of the application that decide origins.

use std::fmt;
use std::pin::Pin;

use crate::adapter::{Adapter, PredicateError, PredicateResult};
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

/// The boxed future of an async predicate, on frameworks whose requests move between threads.
#[doc(hidden)]
pub type SendFuture<'r> = Pin<Box<dyn Future<Output = PredicateResult> + Send + 'r>>;

/// Boxes what an async predicate returns, on such frameworks.
#[doc(hidden)]
pub fn async_output<'r, V: PredicateOutput>(future: impl AsyncOutput<V> + Send + 'r) -> SendFuture<'r> {
    Box::pin(async move { future.await.into_result() })
}

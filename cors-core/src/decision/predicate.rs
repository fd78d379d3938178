//! Origins that are decided by code of the application.

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::origin::Origin;

/// A call of a predicate that has to be made before there can be a decision.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "named only by adapters")]
pub struct PredicateCall<'r> {
    pub origin: Origin<'r>,
    pub function: &'static (dyn Any + Send + Sync),
}

/// What a predicate can return: whether the origin is allowed, or why that cannot be said, which refuses it.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a predicate returns `bool` or `Result<bool, E>`, and this one returns `{Self}`",
    label = "this function returns something else",
    note = "an `async fn` takes `async_predicate(…)`; `E` implements `Display`"
)]
pub trait PredicateOutput {
    /// Whether the origin is allowed.
    ///
    /// # Errors
    /// Why that cannot be said.
    fn into_result(self) -> Result<bool, String>;
}

impl PredicateOutput for bool {
    fn into_result(self) -> Result<bool, String> {
        Ok(self)
    }
}

impl<E: fmt::Display> PredicateOutput for Result<bool, E> {
    fn into_result(self) -> Result<bool, String> {
        self.map_err(|error| error.to_string())
    }
}

/// What an `async fn` returns.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`async_predicate` takes an `async fn`, and this function returns `{Self}`; write `predicate(…)`",
    label = "this function is not `async`"
)]
pub trait PredicateFuture<V>: Future<Output = V> {}

#[diagnostic::do_not_recommend]
impl<V, F: Future<Output = V>> PredicateFuture<V> for F {}

/// What a predicate says; `None` if it panics.
#[doc(hidden)]
pub fn catch_panic(function: impl FnOnce() -> bool) -> Option<bool> {
    catch_unwind(AssertUnwindSafe(function)).ok()
}

/// As [`catch_panic`], of an async predicate, which can panic before there is a future as well.
#[doc(hidden)]
pub async fn catch_panic_async<F: Future<Output = bool> + ?Sized>(
    function: impl FnOnce() -> Pin<Box<F>>,
) -> Option<bool> {
    match catch_unwind(AssertUnwindSafe(function)) {
        Ok(answer) => CatchUnwind(answer).await,
        Err(_) => None,
    }
}

/// A future that is `None` if it panics.
struct CatchUnwind<F: ?Sized>(Pin<Box<F>>);

impl<F: Future<Output = bool> + ?Sized> Future for CatchUnwind<F> {
    type Output = Option<bool>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<bool>> {
        match catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(context))) {
            Ok(answer) => answer.map(Some),
            Err(_) => Poll::Ready(None),
        }
    }
}

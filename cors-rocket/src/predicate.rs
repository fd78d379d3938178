//! Predicates: code of the application that decides on origins.

use std::future::Future;
use std::pin::Pin;

use ::log::Level;
use cors_core::__private::{
    PREDICATE_PANICKED, PredicateCall, PredicateFuture, PredicateOutput, catch_panic, catch_panic_async,
    predicate_failed,
};
use cors_core::Origin;
use rocket::Request;

use crate::log;

/// What `predicate(…)` and `async_predicate(…)` name.
#[derive(Debug)]
pub enum PredicateFn {
    /// A function.
    Sync(fn(&Origin<'_>, &Request<'_>) -> bool),
    /// An async function.
    Async(for<'r> fn(&'r Origin<'r>, &'r Request<'_>) -> BoolFuture<'r>),
}

/// The answer of an async function.
type BoolFuture<'r> = Pin<Box<dyn Future<Output = bool> + Send + 'r>>;

/// What a predicate has returned. One that failed refuses.
pub fn output(output: impl PredicateOutput) -> bool {
    output.into_result().unwrap_or_else(|error| {
        log::log(Level::Debug, &predicate_failed(&error));
        false
    })
}

/// What an async predicate has returned.
pub fn answer<'r, V: PredicateOutput>(answer: impl PredicateFuture<V> + Send + 'r) -> BoolFuture<'r> {
    Box::pin(async move { output(answer.await) })
}

/// Whether the predicate approves the origin of a request. One that panics refuses, and so does one of another framework.
pub(crate) async fn approves(call: &PredicateCall<'_>, request: &Request<'_>) -> bool {
    match call.function.downcast_ref() {
        Some(PredicateFn::Sync(function)) => {
            catch_panic(|| function(&call.origin, request)).unwrap_or_else(panicked)
        }
        Some(PredicateFn::Async(function)) => {
            catch_panic_async(|| function(&call.origin, request)).await.unwrap_or_else(panicked)
        }
        None => false,
    }
}

/// What a predicate says that has panicked, of which the panic itself has told where.
fn panicked() -> bool {
    log::log(Level::Debug, &PREDICATE_PANICKED);
    false
}

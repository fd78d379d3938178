//! Predicates: code of the application that decides on origins.

use std::future::Future;
use std::pin::Pin;

use ::log::Level;
use actix_web::HttpRequest;
use cors_core::__private::{
    PREDICATE_PANICKED, PredicateCall, PredicateFuture, PredicateOutput, catch_panic, catch_panic_async,
    predicate_failed,
};
use cors_core::Origin;

use crate::log;

/// What `predicate(…)` and `async_predicate(…)` name.
#[derive(Debug)]
pub enum PredicateFn {
    /// A function.
    Sync(fn(&Origin<'_>, &HttpRequest) -> bool),
    /// An async function.
    Async(for<'r> fn(&'r Origin<'r>, &'r HttpRequest) -> BoolFuture<'r>),
}

/// The answer of an async function.
type BoolFuture<'r> = Pin<Box<dyn Future<Output = bool> + 'r>>;

/// What a predicate has returned. One that failed refuses.
pub fn output(output: impl PredicateOutput) -> bool {
    output.into_result().unwrap_or_else(|error| {
        log::log(Level::Debug, &predicate_failed(&error));
        false
    })
}

/// What an async predicate has returned.
pub fn answer<'r, V: PredicateOutput>(answer: impl PredicateFuture<V> + 'r) -> BoolFuture<'r> {
    Box::pin(async move { output(answer.await) })
}

/// Whether the predicate approves the origin of a request; without a call nothing is asked.
pub(crate) async fn approves(call: Option<PredicateCall<'_>>, request: &HttpRequest) -> bool {
    match call {
        Some(call) => ask_async(&call, request).await,
        None => false,
    }
}

/// As [`approves`], if nothing has to be waited for.
pub(crate) fn approves_now(call: Option<&PredicateCall<'_>>, request: &HttpRequest) -> Option<bool> {
    match call {
        Some(call) if is_async(call) => None,
        Some(call) => Some(ask(call, request)),
        None => Some(false),
    }
}

/// Whether the predicate needs to be waited for.
fn is_async(call: &PredicateCall<'_>) -> bool {
    matches!(call.function.downcast_ref(), Some(PredicateFn::Async(_)))
}

/// What the predicate says. One that panics refuses, and so does one of another framework.
fn ask(call: &PredicateCall<'_>, request: &HttpRequest) -> bool {
    match call.function.downcast_ref() {
        Some(PredicateFn::Sync(function)) => {
            catch_panic(|| function(&call.origin, request)).unwrap_or_else(panicked)
        }
        Some(PredicateFn::Async(_)) | None => false,
    }
}

/// As [`ask`], for predicates of both kinds.
async fn ask_async(call: &PredicateCall<'_>, request: &HttpRequest) -> bool {
    match call.function.downcast_ref() {
        Some(PredicateFn::Async(function)) => {
            catch_panic_async(|| function(&call.origin, request)).await.unwrap_or_else(panicked)
        }
        _ => ask(call, request),
    }
}

/// What a predicate says that has panicked, of which the panic itself has told where.
fn panicked() -> bool {
    log::log(Level::Debug, &PREDICATE_PANICKED);
    false
}

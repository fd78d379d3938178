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

/// Whether the predicate approves the origin of a request; without a question nobody asks.
pub(crate) async fn approves(question: Option<PredicateCall<'_>>, request: &HttpRequest) -> bool {
    match question {
        Some(question) => ask_async(&question, request).await,
        None => false,
    }
}

/// As [`approves`], if nothing has to be waited for.
pub(crate) fn approves_now(question: Option<&PredicateCall<'_>>, request: &HttpRequest) -> Option<bool> {
    match question {
        Some(question) if is_async(question) => None,
        Some(question) => Some(ask(question, request)),
        None => Some(false),
    }
}

/// Whether the predicate needs to be waited for.
fn is_async(question: &PredicateCall<'_>) -> bool {
    matches!(question.function.downcast_ref(), Some(PredicateFn::Async(_)))
}

/// What the predicate says. One that panics refuses, and so does one of another framework.
fn ask(question: &PredicateCall<'_>, request: &HttpRequest) -> bool {
    match question.function.downcast_ref() {
        Some(PredicateFn::Sync(judge)) => {
            catch_panic(|| judge(&question.origin, request)).unwrap_or_else(panicked)
        }
        Some(PredicateFn::Async(_)) | None => false,
    }
}

/// As [`ask`], for predicates of both kinds.
async fn ask_async(question: &PredicateCall<'_>, request: &HttpRequest) -> bool {
    match question.function.downcast_ref() {
        Some(PredicateFn::Async(judge)) => {
            catch_panic_async(|| judge(&question.origin, request)).await.unwrap_or_else(panicked)
        }
        _ => ask(question, request),
    }
}

/// What a predicate says that has panicked, of which the panic itself has told where.
fn panicked() -> bool {
    log::log(Level::Debug, &PREDICATE_PANICKED);
    false
}

//! Predicates: code of the application that decides on origins.

use std::future::Future;
use std::pin::Pin;

use ::log::Level;
use cors_core::__private::{
    PREDICATE_PANICKED, PredicateCall, Verdict, Waiting, caught, caught_async, predicate_failed,
};
use cors_core::Origin;
use rocket::Request;

use crate::log;

/// What `predicate(…)` and `async_predicate(…)` name.
#[derive(Debug)]
pub enum Judge {
    /// A function.
    Sync(fn(&Origin<'_>, &Request<'_>) -> bool),
    /// An async function.
    Async(for<'r> fn(&'r Origin<'r>, &'r Request<'_>) -> BoolFuture<'r>),
}

/// The answer of an async function.
type BoolFuture<'r> = Pin<Box<dyn Future<Output = bool> + Send + 'r>>;

/// What a predicate has returned. One that failed refuses.
pub fn verdict(verdict: impl Verdict) -> bool {
    verdict.approves().unwrap_or_else(|error| {
        log::log(Level::Debug, &predicate_failed(&error));
        false
    })
}

/// What an async predicate has returned.
pub fn answer<'r, V: Verdict>(answer: impl Waiting<V> + Send + 'r) -> BoolFuture<'r> {
    Box::pin(async move { verdict(answer.await) })
}

/// Whether the predicate approves the origin of a request. One that panics refuses, and so does one of another framework.
pub(crate) async fn approves(question: &PredicateCall<'_>, request: &Request<'_>) -> bool {
    match question.judge.downcast_ref() {
        Some(Judge::Sync(judge)) => caught(|| judge(&question.origin, request)).unwrap_or_else(panicked),
        Some(Judge::Async(judge)) => {
            caught_async(|| judge(&question.origin, request)).await.unwrap_or_else(panicked)
        }
        None => false,
    }
}

/// What a predicate says that has panicked, of which the panic itself has told where.
fn panicked() -> bool {
    log::log(Level::Debug, &PREDICATE_PANICKED);
    false
}

//! Predicates: code of the application that decides on origins.

use std::future::Future;
use std::pin::Pin;

use actix_web::HttpRequest;
use cors_core::__private::{Question, Verdict, Waiting, caught, caught_async};
use cors_core::{Endpoint, Origin, Policy};

/// What `predicate(…)` and `async_predicate(…)` name.
#[derive(Debug)]
pub enum Judge {
    /// A function.
    Sync(fn(&Origin<'_>, &HttpRequest) -> bool),
    /// An async function.
    Async(for<'r> fn(&'r Origin<'r>, &'r HttpRequest) -> Answer<'r>),
}

/// The answer of an async function.
type Answer<'r> = Pin<Box<dyn Future<Output = bool> + 'r>>;

/// What a predicate has returned. One that failed refuses.
pub fn verdict(verdict: impl Verdict) -> bool {
    verdict.approves().unwrap_or_else(|error| {
        log::debug!(target: "cors", "a predicate failed, which refuses the origin: {}", error.escape_debug());
        false
    })
}

/// What an async predicate has returned.
pub fn answer<'r, V: Verdict>(answer: impl Waiting<V> + 'r) -> Answer<'r> {
    Box::pin(async move { verdict(answer.await) })
}

/// Whether the predicate needs to be waited for.
pub(crate) fn is_async(question: &Question<'_>) -> bool {
    matches!(question.judge.downcast_ref(), Some(Judge::Async(_)))
}

/// Whether the predicate of `policy`, which is this route's, approves the origin of a request; without one nobody asks.
pub(crate) async fn approves(
    endpoint: &Endpoint,
    policy: &Policy,
    facts: &cors_core::Request<'_>,
    request: &HttpRequest,
) -> bool {
    match endpoint.question(policy, facts) {
        Some(question) => ask_async(&question, request).await,
        None => false,
    }
}

/// What the predicate says. One that panics refuses, and so does one of another framework.
pub(crate) fn ask(question: &Question<'_>, request: &HttpRequest) -> bool {
    match question.judge.downcast_ref() {
        Some(Judge::Sync(judge)) => caught(|| judge(&question.origin, request)),
        Some(Judge::Async(_)) | None => false,
    }
}

/// As [`ask`], for predicates of both kinds.
async fn ask_async(question: &Question<'_>, request: &HttpRequest) -> bool {
    match question.judge.downcast_ref() {
        Some(Judge::Async(judge)) => caught_async(|| judge(&question.origin, request)).await,
        _ => ask(question, request),
    }
}

//! Predicates: code of the application that decides on origins.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use cors_core::__private::{Question, Verdict, Waiting};
use cors_core::Origin;
use rocket::Request;

/// What `predicate(…)` and `async_predicate(…)` name.
#[derive(Debug)]
pub enum Judge {
    /// A function.
    Sync(fn(&Origin<'_>, &Request<'_>) -> bool),
    /// An async function.
    Async(for<'r> fn(&'r Origin<'r>, &'r Request<'_>) -> Answer<'r>),
}

/// The answer of an async function.
type Answer<'r> = Pin<Box<dyn Future<Output = bool> + Send + 'r>>;

/// What a predicate has returned. One that failed refuses.
pub fn verdict(verdict: impl Verdict) -> bool {
    verdict.approves().unwrap_or_else(|error| {
        log::debug!(target: "cors", "a predicate failed, which refuses the origin: {}", error.escape_debug());
        false
    })
}

/// What an async predicate has returned.
pub fn answer<'r, V: Verdict>(answer: impl Waiting<V> + Send + 'r) -> Answer<'r> {
    Box::pin(async move { verdict(answer.await) })
}

/// What the predicate says. One that panics refuses, and so does one of another framework.
pub(crate) async fn ask(question: &Question<'_>, request: &Request<'_>) -> bool {
    match question.judge.downcast_ref() {
        Some(Judge::Sync(judge)) => {
            catch_unwind(AssertUnwindSafe(|| judge(&question.origin, request))).unwrap_or(false)
        }
        // The function can panic before there is a future.
        Some(Judge::Async(judge)) => {
            match catch_unwind(AssertUnwindSafe(|| judge(&question.origin, request))) {
                Ok(answer) => Guarded(answer).await,
                Err(_) => false,
            }
        }
        None => false,
    }
}

/// A future that is `false` if it panics.
struct Guarded<'r>(Answer<'r>);

impl Future for Guarded<'_> {
    type Output = bool;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<bool> {
        catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(context))).unwrap_or(Poll::Ready(false))
    }
}

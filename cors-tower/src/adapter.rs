//! tower's services over the `http` crate, as cors-core sees them: their predicates and their log.

use std::future::Future;
use std::pin::Pin;

use cors_core::__adapter::{Adapter, PredicateResult};
use cors_core::__private::{AsyncOutput, PredicateOutput};
use http::request::Parts;

/// A future that moves between threads.
pub(crate) type BoxFuture<'r, T> = Pin<Box<dyn Future<Output = T> + Send + 'r>>;

/// The adapter of services whose requests are those of the `http` crate.
#[derive(Debug)]
pub struct TowerAdapter;

/// The function named by `predicate(…)` or `async_predicate(…)`.
pub type PredicateFn = cors_core::__adapter::PredicateFn<TowerAdapter>;

/// Boxes what an async predicate returns.
pub fn async_output<'r, V: PredicateOutput>(
    future: impl AsyncOutput<V> + Send + 'r,
) -> BoxFuture<'r, PredicateResult> {
    Box::pin(async move { future.await.into_result() })
}

impl Adapter for TowerAdapter {
    type Request<'q> = Parts;
    type PredicateFuture<'r> = BoxFuture<'r, PredicateResult>;

    const MIDDLEWARE: &'static str = "another layer";

    cors_core::__log!();
}

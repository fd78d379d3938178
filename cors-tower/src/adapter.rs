//! tower's services over the `http` crate, as cors-core sees them: their predicates and their log.

use cors_core::__adapter::{Adapter, SendFuture};
use http::request::Parts;

/// The adapter of services whose requests are those of the `http` crate.
#[derive(Debug)]
pub struct TowerAdapter;

/// The function named by `predicate(…)` or `async_predicate(…)`.
pub type PredicateFn = cors_core::__adapter::PredicateFn<TowerAdapter>;

impl Adapter for TowerAdapter {
    type Request<'q> = Parts;
    type PredicateFuture<'r> = SendFuture<'r>;

    const MIDDLEWARE: &'static str = "another layer";

    cors_core::__log!();
}

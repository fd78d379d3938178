//! The value that `#[cors]` makes of a function: a handler that reports itself when it is cloned.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;

use axum::extract::Request;
use axum::handler::Handler;
use axum::response::Response;
use cors_core::http::HttpDecision;
use cors_tower::__private::{MaybeDecided, decide};

use crate::annotated::AnnotatedHandler;
use crate::decider::{DecidedBy, answer, has_other_run, is_decided};
use crate::report::report;
use crate::request::is_preflight;

/// A future that moves between threads.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// The marker type of an annotated handler, which the expansion makes.
pub trait Annotation: 'static {
    /// Returns the handler.
    fn handler() -> &'static AnnotatedHandler;
}

/// Calls a handler with these extractors and this state.
#[diagnostic::on_unimplemented(
    message = "this function is no handler of axum",
    note = "put `#[axum::debug_handler]` above `#[cors(…)]` to see why"
)]
pub trait CallHandler<T, S>: Annotation {
    /// Calls the function.
    fn call(request: Request, state: S) -> BoxFuture<Response>;
}

/// The value of the constant that replaces an annotated function. It derefs to a pointer to the function, so that tests can
/// call it.
pub struct HandlerValue<F, M> {
    function: F,
    marker: PhantomData<fn() -> M>,
}

impl<F, M> HandlerValue<F, M> {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(function: F) -> Self {
        Self { function, marker: PhantomData }
    }
}

impl<F: Clone, M: Annotation> Clone for HandlerValue<F, M> {
    /// Reports the handler, for a router that is asked.
    fn clone(&self) -> Self {
        report(M::handler());
        Self { function: self.function.clone(), marker: PhantomData }
    }
}

impl<F, M> Deref for HandlerValue<F, M> {
    type Target = F;

    fn deref(&self) -> &F {
        &self.function
    }
}

impl<F, M: Annotation> fmt::Debug for HandlerValue<F, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        M::handler().fmt(f)
    }
}

impl<F, M, T, S> Handler<T, S> for HandlerValue<F, M>
where
    F: Clone + Send + Sync + 'static,
    M: CallHandler<T, S>,
    S: Send + 'static,
{
    type Future = BoxFuture<Response>;

    fn call(self, request: Request, state: S) -> BoxFuture<Response> {
        match is_decided(M::handler(), request.method()) {
            true => M::call(request, state),
            false => decide_here::<M, T, S>(request, state),
        }
    }
}

/// Decides a request that the service around the router has not decided, since it could not know the handler. It refuses what
/// `enforce` refuses, wherever the handler stands.
fn decide_here<M: CallHandler<T, S>, T, S: Send + 'static>(
    mut request: Request,
    state: S,
) -> BoxFuture<Response> {
    let handler = M::handler();
    handler.log_closed(&request, has_other_run());
    let mut decision = handler.endpoint.is_enforced().then(|| match is_preflight(&request) {
        // No policy answers one that comes here, and no page sends one itself.
        true => MaybeDecided::Decided(None),
        false => decide(&handler, &mut request),
    });
    Box::pin(async move {
        let decided = match &mut decision {
            Some(decision) => Some(poll_fn(|context| decision.poll_decided(context).map(Option::take)).await),
            None => None,
        };
        let mut response = match decided {
            None | Some(Some(HttpDecision::Decorate(_))) => M::call(request, state).await,
            Some(refusal) => answer(refusal),
        };
        response.extensions_mut().insert(DecidedBy::Handler(handler));
        response
    })
}

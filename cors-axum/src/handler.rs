//! The value that `#[cors]` makes of a function: a handler that reports its endpoint when it is cloned.

use std::fmt;
use std::future::ready;
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;

use axum::body::Body;
use axum::extract::Request;
use axum::handler::Handler;
use axum::response::{IntoResponse as _, Response};
use cors_core::__private::HttpHead;
use cors_core::http::HttpDecision;
use cors_tower::__private::{MaybeDecided, decide};
use http::StatusCode;

use crate::report::{AnnotatedHandler, report};

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

/// An annotated handler. It derefs to a pointer to its function, so that tests can call it.
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
    /// Reports the handler to who asks a router.
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

    /// Refuses what `enforce` refuses, wherever the handler stands.
    fn call(self, request: Request, state: S) -> BoxFuture<Response> {
        M::handler().log_unreported();
        let endpoint = &M::handler().endpoint;
        if !endpoint.is_enforced() {
            return M::call(request, state);
        }
        // One that comes here is not answered by its policy, and no page sends one itself.
        if cors_core::Request::of(HttpHead::from(&request)).is_preflight() {
            return Box::pin(ready(StatusCode::FORBIDDEN.into_response()));
        }
        match decide(&endpoint, request) {
            (MaybeDecided::Decided(Some(HttpDecision::Respond(refusal))), _) => {
                Box::pin(ready(refusal.map(|()| Body::empty())))
            }
            (MaybeDecided::Decided(_), request) => M::call(request, state),
            (MaybeDecided::Deciding(decision), request) => Box::pin(async move {
                match decision.await {
                    HttpDecision::Respond(refusal) => refusal.map(|()| Body::empty()),
                    HttpDecision::Decorate(_) => M::call(request, state).await,
                }
            }),
        }
    }
}

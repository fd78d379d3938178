//! The value that `#[cors]` makes of a function: a handler that reports its endpoint when it is cloned.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;

use axum::body::Body;
use axum::extract::Request;
use axum::handler::Handler;
use axum::response::{IntoResponse as _, Response};
use cors_core::__private::HttpHead;
use cors_core::http::HttpDecision;
use cors_tower::__private::decide;
use http::StatusCode;

use crate::report::{AnnotatedHandler, is_decided, report};
use crate::request::Decider;

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

    fn call(self, request: Request, state: S) -> BoxFuture<Response> {
        match is_decided(M::handler(), request.method()) {
            true => M::call(request, state),
            false => decide_here::<M, T, S>(request, state),
        }
    }
}

/// The mark of a response that nobody further out decides.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mark {
    /// A handler has made it that was not expected.
    Handler(&'static AnnotatedHandler),
    /// Another `Cors` has decided it.
    Cors,
}

/// Decides a request that the service around the router has not decided, since it could not know the handler. It refuses what
/// `enforce` refuses, wherever the handler stands.
fn decide_here<M: CallHandler<T, S>, T, S: Send + 'static>(
    mut request: Request,
    state: S,
) -> BoxFuture<Response> {
    let handler = M::handler();
    handler.log_unreported();
    let is_enforced = handler.endpoint.is_enforced();
    // One that comes here is not answered by its policy, and no page sends one itself.
    let is_refused = is_enforced && cors_core::Request::of(HttpHead::from(&request)).is_preflight();
    let mut decision = (is_enforced && !is_refused).then(|| decide(&Decider::Handler(handler), &mut request));
    Box::pin(async move {
        let decision = match &mut decision {
            Some(decision) => poll_fn(|context| decision.poll_decided(context).map(Option::take)).await,
            None => None,
        };
        let mut response = match decision {
            Some(HttpDecision::Respond(refusal)) => refusal.map(|()| Body::empty()),
            _ if is_refused => StatusCode::FORBIDDEN.into_response(),
            _ => M::call(request, state).await,
        };
        response.extensions_mut().insert(Mark::Handler(handler));
        response
    })
}

//! The value that `#[cors]` makes of a function: a handler that reports itself when it is cloned.

use std::future::{poll_fn, ready};
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;

use axum::extract::Request;
use axum::handler::Handler;
use axum::response::Response;
use cors_core::__adapter::{HttpHead, NamedEndpoint, is_preflight};
use cors_tower::__adapter::{TowerAdapter, decide, respond};

use crate::report::report_handler;
use crate::routed::{Admission, DecidedBy, enter_handler};

/// A future that moves between threads.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// The handler that a function is without its attribute.
///
/// It is no `Handler`, since messages of the compiler list the types that are one.
pub trait BareHandler<T, S>: 'static {
    /// Calls the function.
    fn call(request: Request, state: S) -> BoxFuture<Response>;
}

/// A function with `#[cors]`, and the pointer that its handler derefs to.
pub trait AnnotatedFunction<F: 'static> {
    /// The pointer, which is no part of the handler, so that a program has its code only if it is used.
    const FUNCTION: &'static F;
    /// Returns the annotated handler.
    fn handler() -> &'static NamedEndpoint;
}

/// The value of the constant that replaces an annotated function. It derefs to a pointer to the function, so that tests can
/// call it. `M` stands for the function.
pub struct HandlerValue<F, M> {
    place: Option<usize>,
    function: PhantomData<fn() -> (F, M)>,
}

impl<F, M> HandlerValue<F, M> {
    #[doc(hidden)]
    pub const NEW: Self = Self { place: None, function: PhantomData };
}

impl<F: 'static, M: AnnotatedFunction<F>> Clone for HandlerValue<F, M> {
    /// Reports the handler.
    fn clone(&self) -> Self {
        Self { place: report_handler(M::handler(), self.place), function: PhantomData }
    }
}

impl<F: 'static, M: AnnotatedFunction<F>> Deref for HandlerValue<F, M> {
    type Target = F;

    fn deref(&self) -> &F {
        M::FUNCTION
    }
}

#[diagnostic::do_not_recommend]
impl<F, M, T, S> Handler<T, S> for HandlerValue<F, M>
where
    F: 'static,
    M: AnnotatedFunction<F> + BareHandler<T, S>,
    S: Send + 'static,
{
    type Future = BoxFuture<Response>;

    fn call(self, request: Request, state: S) -> BoxFuture<Response> {
        let handler = M::handler();
        match enter_handler(handler, request.method()) {
            Admission::Passed => M::call(request, state),
            Admission::Refused => Box::pin(ready(respond(None))),
            Admission::Undecided { is_closed } => {
                handler.log_undecided::<TowerAdapter>(HttpHead::from(&request), is_closed);
                undecided(handler, request, Box::new(move |request| M::call(request, state)))
            }
        }
    }
}

/// Calls a handler that decides itself, unless it refuses the request. It is not generic, since it would be compiled for each
/// handler.
fn undecided(
    handler: &'static NamedEndpoint,
    mut request: Request,
    bare: Box<dyn FnOnce(Request) -> BoxFuture<Response> + Send>,
) -> BoxFuture<Response> {
    Box::pin(async move {
        let mut response = match refusal(handler, &mut request).await {
            Some(refusal) => refusal,
            None => bare(request).await,
        };
        response.extensions_mut().insert(DecidedBy::Handler(handler));
        response
    })
}

/// Returns the response to a request that the handler refuses: to a preflight, which runs no handler, and to what `enforce` refuses.
async fn refusal(handler: &'static NamedEndpoint, request: &mut Request) -> Option<Response> {
    // No policy answers a preflight that comes here, and no page sends one itself.
    if is_preflight(HttpHead::from(&*request)) {
        return Some(respond(None));
    }
    if !handler.endpoint.is_enforced() {
        return None;
    }
    let mut decision = decide(handler.owner(), request);
    poll_fn(|context| {
        decision.poll_decided(context).map(|decided| decided.is_response().then(|| respond(Some(decided))))
    })
    .await
}

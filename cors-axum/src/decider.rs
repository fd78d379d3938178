//! The policy that decides a request that the router has, and the handler that runs for it.

use std::cell::RefCell;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use cors_core::DefaultPolicy;
use cors_core::http::HttpDecision;
use http::uri::PathAndQuery;
use http::{Method, StatusCode};

use crate::report::AnnotatedHandler;
use crate::request::Head;

/// The owner of the policy that decides a request that the router has.
#[derive(Default)]
pub(crate) enum Decider {
    /// Nobody but the handler that runs, which is not known.
    #[default]
    Nobody,
    /// The handler that the router has chosen.
    Handler(Expected),
    Default(Arc<DefaultPolicy>),
}

/// A handler that is expected to run for a request.
pub(crate) struct Expected {
    pub(crate) handler: &'static AnnotatedHandler,
    /// The method that was decided. A layer may make another one of it, which `enforce` may refuse.
    method: Method,
    pub(crate) has_run: bool,
    /// The router and the path, to ask again if another one may have responded.
    pub(crate) router: Router,
    pub(crate) path: Option<PathAndQuery>,
}

impl Expected {
    pub(crate) fn new(handler: &'static AnnotatedHandler, head: Head, router: Router) -> Self {
        Self { handler, method: head.method, has_run: false, router, path: head.path }
    }

    fn is_for(&self, handler: &AnnotatedHandler, method: &Method) -> bool {
        std::ptr::eq(self.handler, handler) && (!handler.endpoint.is_enforced() || self.method == *method)
    }
}

thread_local! {
    /// The decider of the request for which a `Cors` polls its router, if one does.
    static POLLED: RefCell<Option<Decider>> = const { RefCell::new(None) };
}

/// A `Cors` that polls its router, until [`Self::end`]. Meanwhile handlers can tell who has decided.
pub(crate) struct Polling {
    before: Option<Decider>,
}

impl Polling {
    pub(crate) fn begin(decider: Decider) -> Self {
        Self { before: POLLED.replace(Some(decider)) }
    }

    /// Returns the decider, which knows whether its handler has run.
    pub(crate) fn end(self) -> Decider {
        POLLED.take().unwrap_or_default()
    }
}

impl Drop for Polling {
    /// Also after a panic, so that no handler runs for the decision of another request.
    fn drop(&mut self) {
        POLLED.replace(self.before.take());
    }
}

/// Reports whether a `Cors` polls what runs now.
pub(crate) fn is_inside_cors() -> bool {
    POLLED.with_borrow(Option::is_some)
}

/// Reports whether this request to a handler that runs now is decided already.
pub(crate) fn is_decided(handler: &'static AnnotatedHandler, method: &Method) -> bool {
    POLLED.with_borrow_mut(|polled| match polled {
        // A second call is another request.
        Some(Decider::Handler(expected)) if expected.is_for(handler, method) && !expected.has_run => {
            expected.has_run = true;
            true
        }
        // A service hid the handler, whose policy is not the default one.
        Some(decider @ Decider::Default(_)) => {
            *decider = Decider::Nobody;
            false
        }
        _ => false,
    })
}

/// The mark of a response that was decided further in: by a handler that was not expected, or (`None`) by another `Cors`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DecidedBy(pub(crate) Option<&'static AnnotatedHandler>);

/// Makes the response of a request that goes to no handler.
pub(crate) fn answer(decision: Option<HttpDecision<'static>>) -> Response {
    match decision {
        Some(HttpDecision::Respond(empty)) => empty.map(|()| Body::empty()),
        _ => StatusCode::FORBIDDEN.into_response(),
    }
}

//! Whose policy decides a request that the router has, and which handler runs for it.

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

/// Whose policy decides a request that the router has.
pub(crate) enum Decider {
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
    /// The decider of the request that a `Cors` polls its router for.
    static POLLED: RefCell<Polled> = const { RefCell::new(Polled::Nothing) };
}

enum Polled {
    Nothing,
    Cors(Option<Decider>),
}

/// A `Cors` that polls its router, until [`Self::end`]. Meanwhile handlers can tell who has decided.
pub(crate) struct Polling {
    before: Polled,
}

impl Polling {
    pub(crate) fn begin(decider: Option<Decider>) -> Self {
        Self { before: POLLED.replace(Polled::Cors(decider)) }
    }

    /// Returns the decider, which knows whether its handler has run.
    pub(crate) fn end(self) -> Option<Decider> {
        match POLLED.replace(Polled::Nothing) {
            Polled::Cors(decider) => decider,
            Polled::Nothing => None,
        }
    }
}

impl Drop for Polling {
    /// Also after a panic, so that no handler runs for the decision of another request.
    fn drop(&mut self) {
        POLLED.replace(std::mem::replace(&mut self.before, Polled::Nothing));
    }
}

/// Reports whether a `Cors` polls what runs now.
pub(crate) fn is_inside_cors() -> bool {
    POLLED.with_borrow(|polled| matches!(polled, Polled::Cors(_)))
}

/// Reports whether this request to a handler that runs now is decided already.
pub(crate) fn is_decided(handler: &'static AnnotatedHandler, method: &Method) -> bool {
    POLLED.with_borrow_mut(|polled| match polled {
        Polled::Cors(Some(Decider::Handler(expected))) if expected.is_for(handler, method) => {
            expected.has_run = true;
            true
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

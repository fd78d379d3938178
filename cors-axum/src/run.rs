//! A request that the router of a `Cors` has, as the handlers see it that are called for it.

use std::cell::RefCell;
use std::{mem, ptr};

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use cors_core::__adapter::Owner;
use cors_core::http::HttpDecision;
use cors_tower::__private::{Decided, MaybeDecided};
use http::{Method, StatusCode};

use crate::annotated::AnnotatedHandler;

/// A request that the router has, and the handlers that were called for it.
#[derive(Default)]
pub(crate) struct Run {
    /// Set if a `Cors` has the request, too.
    pub(crate) is_inside_cors: bool,
    /// `None` if it is not known which handler is called, so that this one decides.
    pub(crate) decider: Option<Owner<'static>>,
    /// Set if the router calls no other handler.
    pub(crate) is_certain: bool,
    /// The method that was decided. A layer may make another one of it, which `enforce` may refuse.
    pub(crate) method: Method,
    /// Set if the decision is to refuse the request.
    pub(crate) is_refused: bool,
    /// Set once the handler that decides was called.
    pub(crate) has_run: bool,
    /// Another handler or `Cors` that was called, which decides itself. A service hid it, or a layer or a handler called it.
    pub(crate) other: Option<DecidedBy>,
}

thread_local! {
    /// The request for which a `Cors` polls its router now.
    static POLLED: RefCell<Run> = RefCell::default();
}

impl Run {
    /// Decides the request, unless the handler that is called does.
    pub(crate) fn decide(
        &self,
        decide: impl FnOnce(&Owner<'static>) -> MaybeDecided,
    ) -> Option<MaybeDecided> {
        self.decider.as_ref().map(decide)
    }

    pub(crate) fn is_decided_by(&self, handler: &'static AnnotatedHandler) -> bool {
        match self.decider {
            Some(Owner::Route(endpoint, _)) => ptr::eq(endpoint, &handler.endpoint),
            _ => false,
        }
    }
}

/// The time in which handlers see a request. Its end, also by a panic, gives the request back, so that no handler runs for the
/// decision of another one.
pub(crate) struct Polling<'r>(&'r mut Run);

impl<'r> Polling<'r> {
    pub(crate) fn begin(run: &'r mut Run) -> Self {
        POLLED.with_borrow_mut(|polled| mem::swap(polled, run));
        Self(run)
    }
}

impl Drop for Polling<'_> {
    fn drop(&mut self) {
        POLLED.with_borrow_mut(|polled| mem::swap(polled, self.0));
    }
}

/// Tells the `Cors` that polls what runs now, if there is one, that another one inside of it decides. Reports whether there is one.
pub(crate) fn enter_inner_cors() -> bool {
    POLLED.with_borrow_mut(|run| {
        if run.is_inside_cors {
            run.other = Some(DecidedBy::InnerCors);
        }
        run.is_inside_cors
    })
}

/// Reports whether a handler that is called for a request of this method is refused. Returns `None` if it has to decide itself.
pub(crate) fn is_refused(handler: &'static AnnotatedHandler, method: &Method) -> Option<bool> {
    POLLED.with_borrow_mut(|run| {
        if !run.is_inside_cors {
            return None;
        }
        if !run.is_decided_by(handler) {
            run.other = Some(DecidedBy::Handler(handler));
            return None;
        }
        // A second call is another request, and so is one of another method.
        let is_decided = !run.has_run && (run.method == *method || !handler.endpoint.is_enforced());
        run.has_run |= is_decided;
        is_decided.then_some(run.is_refused)
    })
}

/// Reports whether a `Cors` polls this handler for a request that another policy decides.
pub(crate) fn is_other(handler: &'static AnnotatedHandler) -> bool {
    POLLED.with_borrow(|run| run.other == Some(DecidedBy::Handler(handler)))
}

/// The one further in that decides. On a response it is a mark; in a [`Run`] it was only called.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum DecidedBy {
    /// A handler that has decided itself.
    Handler(&'static AnnotatedHandler),
    InnerCors,
}

/// Makes the response to a request that goes to no handler.
pub(crate) fn answer(decided: Option<&mut Decided>) -> Response {
    match decided.map(Decided::logged) {
        Some(HttpDecision::Respond(empty)) => mem::take(empty).map(|()| Body::empty()),
        _ => StatusCode::FORBIDDEN.into_response(),
    }
}

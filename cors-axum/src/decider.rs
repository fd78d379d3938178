//! The policy that decides a request that the router has, and the handler that runs for it.

use std::cell::RefCell;
use std::mem;
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
pub(crate) enum Decider {
    /// Nobody but the handler that runs, which is not known.
    Nobody,
    /// The handler that the router has chosen.
    Handler(Expected),
    Default(Arc<DefaultPolicy>),
    /// Nobody, since this handler has run, whose policy has not decided.
    Closed(&'static AnnotatedHandler),
}

/// A handler that is expected to run for a request.
pub(crate) struct Expected {
    pub(crate) handler: &'static AnnotatedHandler,
    /// The method that was decided. A layer may make another one of it, which `enforce` may refuse.
    method: Method,
    pub(crate) has_run: bool,
    /// Another one that has run before it, maybe in its place.
    pub(crate) other: Option<&'static AnnotatedHandler>,
    /// The router and the path, to ask again if another one may have responded.
    pub(crate) router: Router,
    pub(crate) path: Option<PathAndQuery>,
}

impl Expected {
    pub(crate) fn new(handler: &'static AnnotatedHandler, head: Head, router: Router) -> Self {
        Self { handler, method: head.method, has_run: false, other: None, router, path: head.path }
    }
}

/// The handlers that run while a `Cors` polls its router.
enum Polled {
    /// None but `other`, whose policy has not decided. One may be expected, and if it is enforced, with the method that was
    /// decided: a layer may have made another one of it.
    Awaits {
        expected: Option<(&'static AnnotatedHandler, Option<Method>)>,
        other: Option<&'static AnnotatedHandler>,
    },
    /// The expected one.
    HasRun,
}

thread_local! {
    static POLLED: RefCell<Option<Polled>> = const { RefCell::new(None) };
}

/// A `Cors` that polls its router, until [`Self::end`].
pub(crate) struct Polling {
    before: Option<Polled>,
}

impl Polling {
    pub(crate) fn begin(decider: &Decider) -> Self {
        let polled = match decider {
            Decider::Handler(Expected { has_run: true, .. }) => Polled::HasRun,
            Decider::Handler(Expected { handler, method, other, .. }) => {
                let method = handler.endpoint.is_enforced().then(|| method.clone());
                Polled::Awaits { expected: Some((handler, method)), other: *other }
            }
            _ => Polled::Awaits { expected: None, other: None },
        };
        Self { before: POLLED.replace(Some(polled)) }
    }

    /// Tells the decider which handlers have run.
    pub(crate) fn end(mut self, decider: &mut Decider) {
        let polled = POLLED.replace(self.before.take());
        mem::forget(self);
        match (polled, decider) {
            (Some(Polled::HasRun), Decider::Handler(expected)) => expected.has_run = true,
            (Some(Polled::Awaits { other, .. }), Decider::Handler(expected)) => expected.other = other,
            (Some(Polled::Awaits { other: Some(other), .. }), decider) => *decider = Decider::Closed(other),
            _ => {}
        }
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

/// Reports whether a handler has run, for the `Cors` that polls now, whose policy has not decided.
pub(crate) fn is_closed() -> bool {
    POLLED.with_borrow(|polled| matches!(polled, Some(Polled::Awaits { other: Some(_), .. })))
}

/// Reports whether this request to a handler that runs now is decided already.
pub(crate) fn is_decided(handler: &'static AnnotatedHandler, method: &Method) -> bool {
    POLLED.with_borrow_mut(|polled| match polled {
        Some(Polled::Awaits { expected: Some((expected, decided)), .. })
            if std::ptr::eq(*expected, handler) =>
        {
            let is_decided = decided.as_ref().is_none_or(|decided| decided == method);
            if is_decided {
                // A second call is another request.
                *polled = Some(Polled::HasRun);
            }
            is_decided
        }
        // A service hid the handler, or a layer calls it.
        Some(Polled::Awaits { other, .. }) => {
            *other = Some(handler);
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

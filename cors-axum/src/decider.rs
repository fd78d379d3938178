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

use crate::annotated::AnnotatedHandler;
use crate::request::Head;

/// The owner of the policy that decides a request that the router has.
pub(crate) enum Decider {
    /// The handler that runs, which is not known.
    Unknown,
    /// The handler that the router has chosen.
    Handler(Expected),
    Default(Arc<DefaultPolicy>),
}

/// A handler that is expected to run for a request.
pub(crate) struct Expected {
    pub(crate) handler: &'static AnnotatedHandler,
    /// The method that was decided. A layer may make another one of it, which `enforce` may refuse.
    method: Method,
    /// The router and the path, to ask again if another one may have responded.
    pub(crate) router: Router,
    pub(crate) path: Option<PathAndQuery>,
}

impl Expected {
    pub(crate) fn new(handler: &'static AnnotatedHandler, head: Head, router: Router) -> Self {
        Self { handler, method: head.method, router, path: head.path }
    }
}

/// The handlers that have run for a request.
#[derive(Default, Clone, Copy)]
pub(crate) struct Ran {
    pub(crate) expected: bool,
    /// Another one before, whose policy has not decided. A service hid it, or a layer called it.
    pub(crate) other: Option<&'static AnnotatedHandler>,
}

/// The state of a request for which a `Cors` polls its router.
struct Polled {
    /// The expected handler, and if it is enforced, the method that was decided.
    expected: Option<(&'static AnnotatedHandler, Option<Method>)>,
    ran: Ran,
}

thread_local! {
    static POLLED: RefCell<Option<Polled>> = const { RefCell::new(None) };
}

/// A `Cors` that polls its router, until [`Self::end`]. Meanwhile handlers can tell whether their request is decided.
pub(crate) struct Polling {
    before: Option<Polled>,
}

impl Polling {
    pub(crate) fn begin(decider: &Decider, ran: Ran) -> Self {
        let expected = match decider {
            Decider::Handler(Expected { handler, method, .. }) => {
                Some((*handler, handler.endpoint.is_enforced().then(|| method.clone())))
            }
            _ => None,
        };
        Self { before: POLLED.replace(Some(Polled { expected, ran })) }
    }

    pub(crate) fn end(mut self) -> Ran {
        let polled = POLLED.replace(self.before.take());
        mem::forget(self);
        polled.map(|polled| polled.ran).unwrap_or_default()
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

/// Reports whether a handler has run whose policy has not decided, for the `Cors` that polls now.
pub(crate) fn has_other_run() -> bool {
    POLLED.with_borrow(|polled| polled.as_ref().is_some_and(|polled| polled.ran.other.is_some()))
}

/// Reports whether this request to a handler that runs now is decided already.
pub(crate) fn is_decided(handler: &'static AnnotatedHandler, method: &Method) -> bool {
    POLLED.with_borrow_mut(|polled| match polled {
        // A second call is another request.
        None | Some(Polled { ran: Ran { expected: true, .. }, .. }) => false,
        Some(Polled { expected: Some((expected, decided)), ran }) if std::ptr::eq(*expected, handler) => {
            ran.expected = decided.as_ref().is_none_or(|decided| decided == method);
            ran.expected
        }
        Some(Polled { ran, .. }) => {
            ran.other = Some(handler);
            false
        }
    })
}

/// The mark of a response that was decided further in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum DecidedBy {
    /// A handler that was not expected.
    Handler(&'static AnnotatedHandler),
    InnerCors,
}

/// Makes the response of a request that goes to no handler.
pub(crate) fn answer(decision: Option<HttpDecision<'static>>) -> Response {
    match decision {
        Some(HttpDecision::Respond(empty)) => empty.map(|()| Body::empty()),
        _ => StatusCode::FORBIDDEN.into_response(),
    }
}

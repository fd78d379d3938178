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
    /// Nobody, and a handler has run whose policy has not decided.
    Closed,
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
}

/// What handlers learn from a `Cors` that polls its router, and what it learns from them.
#[derive(Default)]
enum Polled {
    /// Nobody has decided.
    #[default]
    Undecided,
    /// A handler is expected. If it is enforced, it is so with the method that was decided, of which a layer may have made
    /// another one.
    Expects(&'static AnnotatedHandler, Option<Method>),
    /// The expected handler has run.
    HasRun,
    /// The default policy has decided.
    ByDefault,
    /// A handler has run whose policy has not decided.
    IsClosed,
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
            Decider::Nobody => Polled::Undecided,
            Decider::Handler(expected) if expected.has_run => Polled::HasRun,
            Decider::Handler(Expected { handler, method, .. }) => {
                Polled::Expects(handler, handler.endpoint.is_enforced().then(|| method.clone()))
            }
            Decider::Default(_) => Polled::ByDefault,
            Decider::Closed => Polled::IsClosed,
        };
        Self { before: POLLED.replace(Some(polled)) }
    }

    /// Tells the decider which handler has run.
    pub(crate) fn end(self, decider: &mut Decider) {
        match (POLLED.take(), decider) {
            (Some(Polled::HasRun), Decider::Handler(expected)) => expected.has_run = true,
            (Some(Polled::IsClosed), decider) => *decider = Decider::Closed,
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

/// Reports whether this request to a handler that runs now is decided already.
pub(crate) fn is_decided(handler: &'static AnnotatedHandler, method: &Method) -> bool {
    POLLED.with_borrow_mut(|polled| {
        let (next, is_decided) = match polled {
            Some(Polled::Expects(expected, enforced)) if std::ptr::eq(*expected, handler) => {
                match enforced.as_ref().is_none_or(|enforced| enforced == method) {
                    // A second call is another request.
                    true => (Polled::HasRun, true),
                    false => return false,
                }
            }
            None | Some(Polled::HasRun) => return false,
            // A service hid the handler, or a layer called it in the place of another one.
            Some(_) => (Polled::IsClosed, false),
        };
        *polled = Some(next);
        is_decided
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

//! A request that the router of a `Cors` has, as the handlers see it that are called for it.

use std::cell::RefCell;

use cors_core::__adapter::NamedEndpoint;
use http::Method;

/// A request that the router has, and the handlers that were called for it.
#[derive(Default)]
pub(crate) struct Routed {
    /// Set if a `Cors` has the request, too.
    pub(crate) is_inside_cors: bool,
    /// Set if a `Cors` with a default policy has given the request to this one.
    pub(crate) is_inside_default: bool,
    /// The annotated handler whose policy decides. `None` if a default policy does, or if none is known that does. An annotated
    /// handler that runs all the same decides itself.
    pub(crate) handler: Option<&'static NamedEndpoint>,
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
    /// The request for which a `Cors` polls its router now. It is lent for that time alone, so that no handler runs for the decision of
    /// another one.
    pub(crate) static POLLED: RefCell<Routed> = RefCell::default();
}

/// Tells the `Cors` that polls what runs now, if there is one, that another one inside of it decides. Reports whether there is one.
pub(crate) fn enter_inner_cors() -> bool {
    POLLED.with_borrow_mut(|routed| {
        routed.other = Some(DecidedBy::InnerCors);
        routed.is_inside_cors
    })
}

/// The admission of a request to the handler that is called for it, by the `Cors` that polls the handler.
pub(crate) enum Admission {
    Passed,
    /// The `Cors` makes the response.
    Refused,
    /// The handler decides itself. `is_closed` is set if the `Cors` has decided for another one, and closes this one.
    Undecided {
        is_closed: bool,
    },
}

/// Tells the `Cors` that polls what runs now, if there is one, that a handler is called for a request of this method.
pub(crate) fn enter_handler(handler: &'static NamedEndpoint, method: &Method) -> Admission {
    POLLED.with_borrow_mut(|routed| {
        if !routed.is_inside_cors {
            return Admission::Undecided { is_closed: false };
        }
        if routed.handler != Some(handler) {
            routed.other = Some(DecidedBy::Handler(handler));
            return Admission::Undecided { is_closed: true };
        }
        // A second call is another request, and so is one of another method where `enforce` may refuse it.
        if routed.has_run || (routed.method != *method && handler.endpoint.is_enforced()) {
            return Admission::Undecided { is_closed: false };
        }
        routed.has_run = true;
        if routed.is_refused { Admission::Refused } else { Admission::Passed }
    })
}

/// The mark of a request that a `Cors` with a default policy gives to its router. Another one inside may run in a task of its own, which
/// sees nothing in [`POLLED`].
#[derive(Clone)]
pub(crate) struct InsideDefault;

/// The one further in that decides. On a response it is a mark; in a [`Routed`] it was only called.
#[derive(Clone, Copy)]
pub(crate) enum DecidedBy {
    /// A handler that has decided itself.
    Handler(&'static NamedEndpoint),
    InnerCors,
}

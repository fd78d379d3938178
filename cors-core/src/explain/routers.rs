//! Lines of the log about handlers that only a router knows, and about preflights that no route answers.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::adapter::{Adapter, Level, RequestHead};
use crate::decision::enforce::is_cross_origin;
use crate::decision::{FieldLines, Request};
use crate::explain::Requester;
use crate::syntax::escaped::Escaped;

/// The reason why no annotated route answers a preflight.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanswered {
    /// No annotated route is there.
    Unclaimed,
    /// No annotated handler that a router knows serves the requested method.
    Unserved,
    /// A router does not say which annotated handler serves the requested method.
    Vague,
    /// The `Cors` that could answer is bound to a method, so it gets no preflights.
    Bound,
}

/// Returns the line for a preflight that is refused because no annotated route answers it.
#[doc(hidden)]
#[must_use]
pub fn unanswered_preflight<'r, A: Adapter>(
    head: impl RequestHead<'r>,
    unanswered: Unanswered,
) -> Option<String> {
    if !A::logs_debug() {
        return None;
    }
    let request = Request::of(head);
    let FieldLines::One(method) = request.requested_method else { return None };
    let (method, path, origin) = (Escaped(method), Escaped(head.path()), Requester(request.origin));
    let reason = match unanswered {
        Unanswered::Unclaimed => format!(
            "no handler with #[cors] answers it; put #[cors(…)] on the one that serves {method}, or wrap the middleware \
             that hides it as well"
        ),
        Unanswered::Unserved => {
            format!("no handler with #[cors] serves it there; put #[cors(…)] on the handler of {method}")
        }
        Unanswered::Vague => format!(
            "the service at this path takes any method, so its handler for {method} is not known; {}",
            remedy(&method)
        ),
        Unanswered::Bound => format!(
            "the Cors at this path is bound to {method}, so it gets no OPTIONS; put it there for every method"
        ),
    };
    Some(format!("refused the preflight for {method} {path} from {origin}: {reason}"))
}

/// Returns the line for a request that is closed to a page because a router does not say which handler gets it.
pub(crate) fn hidden_handler<'r, A: Adapter>(handler: &str, head: impl RequestHead<'r>) -> Option<String> {
    if !A::logs_debug() {
        return None;
    }
    let request = Request::with_server_names(head);
    // The handler refuses it, and the method to route is the requested one.
    if request.is_preflight() {
        return unanswered_preflight::<A>(head, Unanswered::Vague);
    }
    if request.origin == FieldLines::Absent || !is_cross_origin(&request) {
        return None;
    }
    let (method, origin) = (Escaped(request.method), Requester(request.origin));
    let remedy = remedy(&method);
    Some(format!(
        "{origin} cannot read {method} {handler}: a service hides this handler, or holds it beside others; {remedy}"
    ))
}

/// Returns the line for `methods` that a handler lists although a router does not call it for them at a path.
pub(crate) fn unserved_methods(handler: &str, methods: &[&str], path: &str) -> String {
    let (methods, path) = (methods.join(", "), Escaped(path.as_bytes()));
    format!(
        "`methods` of {handler} lists some for which the router does not call it at {path}: {methods}; route them to it, or \
         leave them out if no other path has them"
    )
}

/// Returns the line for a handler that is called without a `Cors` around it.
pub(crate) fn without_cors(handler: &str) -> String {
    format!(
        "no page of another origin gets to `{handler}`: there is no `Cors` around its router, or a service hides it; serve \
         `Cors::new(router)`"
    )
}

/// Warns once that a `Cors` does not see another one inside of it.
#[doc(hidden)]
pub fn warn_of_hidden_cors<A: Adapter>() {
    static WARNED: AtomicBool = AtomicBool::new(false);
    if !WARNED.swap(true, Ordering::Relaxed) {
        A::log(
            Level::Warn,
            &"a service hides a `Cors` from the one around it, whose default policy answers the preflights for it; give \
              `nest_service` the `Cors` itself, not a service around it or the router of `.cors()`",
        );
    }
}

/// Returns how a router learns which handler answers.
fn remedy(method: &Escaped<'_>) -> String {
    format!(
        "route {method} to the handler itself, or write Cors::new(…) around the router inside of that service"
    )
}

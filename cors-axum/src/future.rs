//! The response of a router with policies.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::response::Response;
use axum::routing::future::RouteFuture;
use cors_core::http::HttpDecision;
use cors_tower::__private::{MaybeDecided, PolicyOwner as _};
use http::Uri;
use pin_project_lite::pin_project;

use crate::ask::is_certain;
use crate::decider::{DecidedBy, Decider, Expected, Polling, Ran, answer, is_inside_cors};

pin_project! {
    /// The response of [`Cors`](crate::Cors).
    pub struct CorsFuture {
        decision: MaybeDecided,
        decider: Decider,
        ran: Ran,
        // `None` for a preflight that is answered without the router.
        #[pin]
        response: Option<RouteFuture<Infallible>>,
    }
}

impl CorsFuture {
    /// Answers a preflight, with 403 if the decision is no answer.
    pub(crate) fn answered(decision: MaybeDecided) -> Self {
        Self { decision, decider: Decider::Unknown, ran: Ran::default(), response: None }
    }

    pub(crate) fn refused() -> Self {
        Self::answered(MaybeDecided::Decided(None))
    }

    #[inline]
    pub(crate) fn new(decided: (MaybeDecided, Decider), response: RouteFuture<Infallible>) -> Self {
        Self { decision: decided.0, decider: decided.1, ran: Ran::default(), response: Some(response) }
    }
}

impl Future for CorsFuture {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let is_inside = is_inside_cors();
        let decision = ready!(this.decision.poll_decided(context));
        if is_answer(decision) && !is_certain_of(this.decider) {
            // Another handler may run in its place. Whichever it is decides itself.
            (*decision, *this.decider) = (None, Decider::Unknown);
        }
        let mut response = match this.response.as_pin_mut() {
            Some(router) if !is_answer(decision) => {
                let polling = Polling::begin(this.decider, *this.ran);
                let polled = router.poll(context);
                *this.ran = polling.end();
                let Ok(mut response) = ready!(polled);
                decorate(&mut response, this.decider, *this.ran, decision);
                response
            }
            _ => answer(decision.take()),
        };
        if is_inside {
            response.extensions_mut().insert(DecidedBy::InnerCors);
        }
        Poll::Ready(Ok(response))
    }
}

fn is_answer(decision: &Option<HttpDecision<'static>>) -> bool {
    matches!(decision, Some(HttpDecision::Respond(_)))
}

/// Reports whether only the handler that decides can respond.
fn is_certain_of(decider: &Decider) -> bool {
    match decider {
        // A target without a path is that of `CONNECT`.
        Decider::Handler(Expected { handler, router, path: Some(path), .. }) => {
            is_certain(router, handler, &Uri::from(path.clone()))
        }
        Decider::Handler(_) => false,
        _ => true,
    }
}

/// Puts the headers on a response of the router, if it is that of the policy that decided. That of another handler with a
/// policy is closed.
fn decorate(
    response: &mut Response,
    decider: &Decider,
    ran: Ran,
    decision: &mut Option<HttpDecision<'static>>,
) {
    let handler = match (response.extensions().get(), ran, decider) {
        (Some(DecidedBy::Handler(handler)), ..) => *handler,
        (None, Ran { expected: false, other: Some(other) }, _) => other,
        // If the handler has not run, a layer has responded.
        (None, _, Decider::Handler(expected)) if ran.expected || is_certain_of(decider) => expected.handler,
        (None, _, Decider::Default(default)) => {
            let Some(HttpDecision::Decorate(decoration)) = decision else { return };
            return default.decorate(decoration, response.headers_mut());
        }
        _ => return,
    };
    match (decider, decision) {
        // The expected handler marks its response if it has run in another task, where it cannot see that it is decided.
        (Decider::Handler(expected), Some(HttpDecision::Decorate(decoration)))
            if std::ptr::eq(handler, expected.handler) =>
        {
            handler.decorate(decoration, response.headers_mut());
        }
        _ => handler.close(response.headers_mut()),
    }
}

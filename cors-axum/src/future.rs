//! The response of a router with policies.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::response::Response;
use axum::routing::future::RouteFuture;
use cors_core::http::HttpDecision;
use cors_tower::__private::{Decided, MaybeDecided, TowerAdapter};
use pin_project_lite::pin_project;

use crate::run::{DecidedBy, Run, answer, enter_inner_cors};

pin_project! {
    /// The response of [`Cors`](crate::Cors).
    pub struct CorsFuture {
        // `None` if the handler decides that is called.
        decision: Option<MaybeDecided>,
        run: Run,
        // `None` for a preflight that is answered without the router.
        #[pin]
        response: Option<RouteFuture<Infallible>>,
    }
}

impl CorsFuture {
    /// Answers a preflight, with 403 if there is no decision or it is no answer.
    pub(crate) fn answered(decision: Option<MaybeDecided>) -> Self {
        Self { decision, run: Run::default(), response: None }
    }

    #[inline]
    pub(crate) fn new(
        decision: Option<MaybeDecided>,
        mut run: Run,
        response: RouteFuture<Infallible>,
    ) -> Self {
        run.is_inside_cors = true;
        Self { decision, run, response: Some(response) }
    }
}

impl Future for CorsFuture {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let is_inside = enter_inner_cors();
        let decision = match this.decision {
            Some(decision) => Some(ready!(decision.poll_decided(context))),
            None => None,
        };
        this.run.is_refused = decision.as_ref().is_some_and(|decided| decided.is_response());
        let mut response = match this.response.as_pin_mut() {
            // If another handler may be called, the one that refuses does so when it is called.
            Some(router) if !this.run.is_refused || !this.run.is_certain => {
                let Ok(mut response) = ready!(this.run.during(|| router.poll(context)));
                decorate(&mut response, this.run, decision);
                response
            }
            _ => answer(decision),
        };
        if is_inside {
            response.extensions_mut().insert(DecidedBy::InnerCors);
        }
        Poll::Ready(Ok(response))
    }
}

/// Puts the headers on a response of the router, if it is that of the policy that decided. That of another handler with a
/// policy is closed.
fn decorate(response: &mut Response, run: &Run, decided: Option<&mut Decided>) {
    if run.is_refused && run.has_run {
        *response = answer(decided);
        return;
    }
    let other = run.other.filter(|_| !run.has_run);
    let handler = match response.extensions().get().copied().or(other) {
        Some(DecidedBy::InnerCors) => return,
        Some(DecidedBy::Handler(handler)) => Some(handler),
        // If the handler was not called, a layer has responded. That is known only where no other handler may be called.
        None if run.has_run || run.is_certain => None,
        None => return,
    };
    let is_of_other = handler.is_some_and(|handler| !run.is_decided_by(handler));
    // A refusal by a handler that was not called is void.
    let decision = decided.filter(|decided| !is_of_other && !decided.is_response()).map(Decided::apply);
    let headers = response.headers_mut();
    match (&run.decider, decision) {
        (Some(decider), Some(HttpDecision::Decorate(decoration))) => {
            decider.decorate::<TowerAdapter>(decoration, headers);
        }
        _ => {
            if let Some(handler) = handler {
                handler.close(headers);
            }
        }
    }
}

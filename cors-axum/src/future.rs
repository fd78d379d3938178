//! The response of a router with policies.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::Router;
use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use axum::routing::future::RouteFuture;
use cors_core::http::HttpDecision;
use cors_tower::__private::{MaybeDecided, PolicyOwner as _};
use http::uri::PathAndQuery;
use http::{StatusCode, Uri};
use pin_project_lite::pin_project;

use crate::ask::is_certain;
use crate::handler::Mark;
use crate::report::{Expected, Polling, is_inside_cors};
use crate::request::Decider;

pin_project! {
    /// The response of [`Cors`](crate::Cors).
    pub struct CorsFuture {
        #[pin]
        kind: Kind,
    }
}

pin_project! {
    #[project = KindProj]
    enum Kind {
        /// A preflight is answered without the router.
        Answered {
            decision: MaybeDecided,
        },
        Routed {
            #[pin]
            response: RouteFuture<Infallible>,
            // `None` if the handler that runs decides, or nobody.
            routed: Option<Routed>,
        },
    }
}

/// A request that the router has, and its decision.
pub(crate) struct Routed {
    pub(crate) decision: MaybeDecided,
    pub(crate) decider: Decider,
    /// Set if a handler decides.
    pub(crate) expected: Option<Expected>,
    /// The router and the path, if the decision counts only for a handler that serves the request.
    pub(crate) unsure: Option<(Router, Option<PathAndQuery>)>,
}

impl Routed {
    /// Reports whether the decision is about the response, which no handler is known to have made.
    fn is_sure(&self) -> bool {
        match (&self.decider, &self.unsure) {
            (Decider::Handler(handler), Some((router, path))) => {
                // A target without a path is that of `CONNECT`.
                path.as_ref().is_some_and(|path| is_certain(router, handler, &Uri::from(path.clone())))
            }
            _ => true,
        }
    }
}

impl CorsFuture {
    /// Answers a preflight, with 403 if there is no decision.
    pub(crate) fn answered(decision: MaybeDecided) -> Self {
        Self { kind: Kind::Answered { decision } }
    }

    #[inline]
    pub(crate) fn routed(response: RouteFuture<Infallible>, routed: Option<Routed>) -> Self {
        Self { kind: Kind::Routed { response, routed } }
    }
}

impl Future for CorsFuture {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let is_inside = is_inside_cors();
        let mut response = match self.project().kind.project() {
            KindProj::Answered { decision } => answer(ready!(decision.poll_decided(context)).take()),
            KindProj::Routed { response, routed } => {
                ready!(poll_routed(response, routed, context))
            }
        };
        if is_inside {
            response.extensions_mut().insert(Mark::Cors);
        }
        Poll::Ready(Ok(response))
    }
}

fn poll_routed(
    response: Pin<&mut RouteFuture<Infallible>>,
    routed: &mut Option<Routed>,
    context: &mut Context<'_>,
) -> Poll<Response> {
    if let Some(Routed { decision, .. }) = routed
        && let Some(HttpDecision::Respond(_)) = ready!(decision.poll_decided(context))
        // Otherwise the handler that runs decides.
        && let Some(Routed { mut decision, .. }) = routed.take().filter(Routed::is_sure)
    {
        return decision.poll_decided(context).map(|decision| answer(decision.take()));
    }
    let polling = Polling::begin(routed.as_ref().and_then(|routed| routed.expected));
    let polled = response.poll(context);
    let expected = polling.end();
    let Some(routed) = routed else { return polled.map(|Ok(response)| response) };
    routed.expected = expected;
    let Ok(mut response) = ready!(polled);
    finish(routed, &mut response);
    Poll::Ready(response)
}

/// Makes the response of a request that goes to no handler.
fn answer(decision: Option<HttpDecision<'static>>) -> Response {
    match decision {
        Some(HttpDecision::Respond(empty)) => empty.map(|()| Body::empty()),
        _ => StatusCode::FORBIDDEN.into_response(),
    }
}

/// Puts the headers on a response of the router, if it is that of the policy that decided.
fn finish(routed: &mut Routed, response: &mut Response) {
    let is_of_routed = routed.expected.is_some_and(|expected| expected.has_run)
        || match (response.extensions().get(), &routed.decider) {
            (None, _) => routed.is_sure(),
            // It has run in another task.
            (Some(Mark::Handler(handler)), Decider::Handler(decider)) => std::ptr::eq(*handler, *decider),
            (Some(Mark::Handler(_) | Mark::Cors), _) => false,
        };
    if is_of_routed
        && let MaybeDecided::Decided(decision) = &mut routed.decision
        && let Some(HttpDecision::Decorate(decoration)) = decision.take()
    {
        routed.decider.decorate(decoration, response.headers_mut());
    }
}

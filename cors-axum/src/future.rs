//! The response of a router with policies.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::Router;
use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use axum::routing::future::RouteFuture;
use cors_core::http::HttpDecision;
use cors_tower::__private::MaybeDecided;
use http::uri::PathAndQuery;
use http::{StatusCode, Uri};
use pin_project_lite::pin_project;

use crate::ask::is_certain;
use crate::handler::{DecidedInside, complete};
use crate::report::{Chosen, Expected, Polling, is_inside_cors};
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
            // `None` if nobody knows whose it is.
            decision: Option<MaybeDecided>,
        },
        Routed {
            #[pin]
            response: RouteFuture<Infallible>,
            chosen: Chosen,
            // `None` if the handler that runs decides, or nobody.
            routed: Option<Routed>,
            expected: Option<Expected>,
        },
    }
}

/// A request that the router has, and its decision.
pub(crate) struct Routed {
    pub(crate) decision: MaybeDecided,
    pub(crate) decider: Decider,
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
    pub(crate) fn refused() -> Self {
        Self { kind: Kind::Answered { decision: None } }
    }

    pub(crate) fn answered(decision: MaybeDecided) -> Self {
        Self { kind: Kind::Answered { decision: Some(decision) } }
    }

    #[inline]
    pub(crate) fn routed(
        response: RouteFuture<Infallible>,
        chosen: Chosen,
        routed: Option<Routed>,
        expected: Option<Expected>,
    ) -> Self {
        Self { kind: Kind::Routed { response, chosen, routed, expected } }
    }
}

impl Future for CorsFuture {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let is_inside = is_inside_cors();
        let response = match self.project().kind.project() {
            KindProj::Routed { response, chosen, routed, expected } => {
                ready!(poll_routed(response, *chosen, routed, expected, context))
            }
            KindProj::Answered { decision: None } => answer(None),
            KindProj::Answered { decision: Some(decision) } => {
                answer(ready!(decision.poll_decided(context)).take())
            }
        };
        Poll::Ready(Ok(if is_inside { complete(response) } else { response }))
    }
}

fn poll_routed(
    response: Pin<&mut RouteFuture<Infallible>>,
    chosen: Chosen,
    routed: &mut Option<Routed>,
    expected: &mut Option<Expected>,
    context: &mut Context<'_>,
) -> Poll<Response> {
    if let Some(Routed { decision, .. }) = routed
        && let Some(HttpDecision::Respond(_)) = ready!(decision.poll_decided(context))
    {
        match routed.take().filter(Routed::is_sure) {
            Some(Routed { mut decision, .. }) => {
                return decision.poll_decided(context).map(|decision| answer(decision.take()));
            }
            // The handler that runs decides.
            None => *expected = None,
        }
    }
    let polling = Polling::begin(*expected);
    let polled = response.poll(context);
    *expected = polling.end();
    let Ok(mut response) = ready!(polled);
    let has_run = expected.is_some_and(|expected| expected.has_run);
    finish(chosen, routed.as_mut(), has_run, &mut response);
    Poll::Ready(response)
}

/// Makes the response of a request that goes to no handler.
fn answer(decision: Option<HttpDecision<'static>>) -> Response {
    match decision {
        Some(HttpDecision::Respond(empty)) => empty.map(|()| Body::empty()),
        _ => StatusCode::FORBIDDEN.into_response(),
    }
}

/// Puts the headers on a response of the router, by the policy of the handler that made it or would have.
fn finish(chosen: Chosen, routed: Option<&mut Routed>, has_run: bool, response: &mut Response) {
    if !has_run && let Some(decided) = response.extensions_mut().remove() {
        let DecidedInside::Handler(handler, decoration) = decided else { return };
        // A handler that was not cloned is hidden from preflights, so it is closed.
        let is_known = match chosen {
            Chosen::Handler(chosen) => std::ptr::eq(chosen, handler),
            Chosen::Vague => true,
            Chosen::Nobody | Chosen::Cors => false,
        };
        if is_known {
            Decider::Handler(handler).decorate_response(decoration, response.headers_mut());
        }
        return;
    }
    if let Some(Routed { decision: MaybeDecided::Decided(decision), decider, .. }) =
        routed.filter(|routed| has_run || routed.is_sure())
        && let Some(HttpDecision::Decorate(decoration)) = decision.take()
    {
        decider.decorate_response(decoration, response.headers_mut());
    }
}

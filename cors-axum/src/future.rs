//! The response of a router with policies.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::response::Response;
use axum::routing::future::RouteFuture;
use cors_core::__adapter::warn_of_hidden_cors;
use cors_tower::__adapter::{Decided, MaybeDecided, TowerAdapter, respond};
use pin_project_lite::pin_project;

use crate::lent::Lent;
use crate::routed::{DecidedBy, POLLED, Routed, enter_inner_cors};

pin_project! {
    /// The response of [`Cors`](crate::Cors).
    pub struct CorsFuture {
        // `None` if no policy is known that decides here.
        pub(crate) decision: Option<MaybeDecided>,
        pub(crate) routed: Routed,
        // `None` for a preflight that is answered without the router.
        #[pin]
        pub(crate) response: Option<RouteFuture<Infallible>>,
    }
}

impl Future for CorsFuture {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let is_inside = enter_inner_cors() || this.routed.is_inside_default;
        let decided = match this.decision {
            Some(decision) => Some(ready!(decision.poll_decided(context))),
            None => None,
        };
        this.routed.is_inside_cors = true;
        this.routed.is_refused = decided.as_ref().is_some_and(|decided| decided.is_response());
        let mut response = match this.response.as_pin_mut() {
            // If another handler may be called, the one that refuses does so when it is called.
            Some(router) if !this.routed.is_refused || !this.routed.is_certain => {
                let polling = Lent::begin(&POLLED, this.routed);
                let polled = router.poll(context);
                drop(polling);
                let Ok(mut response) = ready!(polled);
                decorate(&mut response, this.routed, decided);
                response
            }
            _ => respond(decided),
        };
        if is_inside {
            response.extensions_mut().insert(DecidedBy::InnerCors);
        }
        Poll::Ready(Ok(response))
    }
}

/// Puts the headers on a response of the router, if it is that of the policy that decided. Others with a policy are closed.
fn decorate(response: &mut Response, routed: &Routed, decided: Option<&mut Decided>) {
    let mark = response.extensions().get().copied();
    match (mark.or(routed.other.filter(|_| !routed.has_run)), decided) {
        (_, decided) if routed.is_refused && routed.has_run => *response = respond(decided),
        (Some(DecidedBy::Handler(other)), _) if routed.handler != Some(other) => {
            other.owner().close::<TowerAdapter>(response.headers_mut());
        }
        (_, None) => {}
        (Some(DecidedBy::InnerCors), Some(_)) if mark.is_some() && !routed.has_run => {
            // A `Cors` that the router shows leaves nothing to the default policy.
            if routed.handler.is_none() {
                warn_of_hidden_cors::<TowerAdapter>();
            }
        }
        // A layer has responded itself, maybe with what a `Cors` has said that the router does not show.
        (Some(DecidedBy::InnerCors), Some(default)) if routed.handler.is_none() => default.close(response),
        // A layer has responded, or a handler without a policy, which the router calls there as well.
        (None | Some(DecidedBy::InnerCors), _) if !routed.has_run && !routed.is_certain => {}
        (_, Some(decided)) if !decided.is_response() => decided.logged().decorate(response),
        // The handler that would refuse has decided itself, in another task.
        (_, Some(decided)) => decided.close(response),
    }
}

//! The response of a router with policies.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use axum::response::Response;
use axum::routing::future::RouteFuture;
use cors_core::__adapter::{Adapter as _, Level, Owner, replace};
use cors_core::Vary;
use cors_core::http::HttpDecision;
use cors_tower::__private::{Decided, MaybeDecided, TowerAdapter};
use http::HeaderMap;
use pin_project_lite::pin_project;

use crate::routed::{DecidedBy, Polling, Routed, answer, enter_inner_cors};

pin_project! {
    /// The response of [`Cors`](crate::Cors).
    pub struct CorsFuture {
        // `None` if the handler decides that is called.
        decision: Option<MaybeDecided>,
        routed: Routed,
        // `None` for a preflight that is answered without the router.
        #[pin]
        response: Option<RouteFuture<Infallible>>,
    }
}

impl CorsFuture {
    /// Answers a preflight, with 403 if there is no decision or it is no answer.
    pub(crate) fn answered(decision: Option<MaybeDecided>) -> Self {
        Self { decision, routed: Routed::default(), response: None }
    }

    #[inline]
    pub(crate) fn new(
        decision: Option<MaybeDecided>,
        mut routed: Routed,
        response: RouteFuture<Infallible>,
    ) -> Self {
        routed.is_inside_cors = true;
        Self { decision, routed, response: Some(response) }
    }
}

impl Future for CorsFuture {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let is_inside = enter_inner_cors();
        let decided = match this.decision {
            Some(decision) => Some(ready!(decision.poll_decided(context))),
            None => None,
        };
        this.routed.is_refused = decided.as_ref().is_some_and(|decided| decided.is_response());
        let mut response = match this.response.as_pin_mut() {
            // If another handler may be called, the one that refuses does so when it is called.
            Some(router) if !this.routed.is_refused || !this.routed.is_certain => {
                let polling = Polling::begin(this.routed);
                let polled = router.poll(context);
                drop(polling);
                let Ok(mut response) = ready!(polled);
                decorate(&mut response, this.routed, decided);
                response
            }
            _ => answer(decided),
        };
        if is_inside {
            response.extensions_mut().insert(DecidedBy::InnerCors);
        }
        Poll::Ready(Ok(response))
    }
}

/// Puts the headers on a response of the router, if it is that of the policy that decided. Others with a policy are closed.
fn decorate(response: &mut Response, routed: &Routed, decided: Option<&mut Decided>) {
    if routed.is_refused && routed.has_run {
        *response = answer(decided);
        return;
    }
    let mark = response.extensions().get().copied();
    let headers = response.headers_mut();
    match (mark.or(routed.other.filter(|_| !routed.has_run)), &routed.decider) {
        (Some(DecidedBy::InnerCors), decider) if mark.is_some() => warn_hidden(decider),
        // A layer has responded itself, maybe with what a `Cors` has said that the router does not show.
        (Some(DecidedBy::InnerCors), Some(default @ Owner::Default(_))) => close(default, headers),
        (Some(DecidedBy::Handler(handler)), _) if !routed.is_decided_by(handler) => {
            close(&handler.owner(), headers)
        }
        // A layer has responded, or a handler without a policy, which the router calls there as well.
        (None | Some(DecidedBy::InnerCors), _) if !routed.has_run && !routed.is_certain => {}
        (_, None) => {}
        (other, Some(decider)) => match decided.filter(|decided| !decided.is_response()).map(Decided::logged)
        {
            Some(HttpDecision::Decorate(decoration)) => decider.decorate::<TowerAdapter>(decoration, headers),
            // A refusal is void if its handler was not called.
            _ if other.is_some() => close(decider, headers),
            _ => {}
        },
    }
}

/// Removes the `Access-Control-*` headers of a response that the policy does not open, and warns of them.
fn close(owner: &Owner<'_>, headers: &mut HeaderMap) {
    let removed = replace(headers, Vary::NOTHING, |_| {});
    owner.warn_removed::<TowerAdapter>(&removed);
}

/// Warns once that a default policy does not see a `Cors`, which has made the response. One that the router shows leaves nothing to it.
fn warn_hidden(decider: &Option<Owner<'_>>) {
    static WARNED: AtomicBool = AtomicBool::new(false);
    if matches!(decider, Some(Owner::Default(_))) && !WARNED.swap(true, Ordering::Relaxed) {
        let line = "a service hides a `Cors` from the one around it, whose default policy answers the preflights for it; give \
            `nest_service` the `Cors` itself, not a service around it or the router of `.cors()`";
        TowerAdapter::log(Level::Warn, &line);
    }
}

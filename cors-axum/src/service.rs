//! The way of a request.
//!
//! - A **preflight** is answered by the policy of the handler that the router would call for the requested method, else by the
//!   default policy. If there are several such handlers, it is refused. If there is none, the router gets it, for a handler of
//!   `OPTIONS` without a policy.
//! - **Another request** is given to the router, which chooses a handler and returns a future. Before that is polled, the policy
//!   of the handler decides, else the default policy. What `enforce` refuses is not polled, unless another handler may answer at
//!   that place.
//! - A **response** gets the headers if the handler that decided was called, or if a layer has responded in its place. The latter
//!   is known only where no other handler may answer.
//! - A **handler that was not chosen** runs all the same if a service hides it, or calls one of several. It refuses preflights and
//!   what `enforce` refuses, and its response is marked and gets no headers.
//! - **What is inside of another `Cors`** is decided there. Its response is marked as well. If a layer has made another response of
//!   it, a default policy does not open that.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::response::Response;
use axum::serve::{IncomingStream, Listener};
use cors_core::__adapter::{
    Adapter as _, HttpHead, Owner, RequestHead as _, RequestHeader, Unanswered, is_preflight, log_line,
    unanswered_preflight,
};
use cors_core::{DefaultPolicy, FieldLines};
use cors_tower::__adapter::{TowerAdapter, decide};
use http::{Method, Request, Uri};
use tower_service::Service;

use crate::cors::Cors;
use crate::future::CorsFuture;
use crate::kept_head::KeptHead;
use crate::lent::Lent;
use crate::report::{Chosen, REPORTS, Reports};
use crate::routed::{InsideDefault, Routed};

impl<B> Service<Request<B>> for Cors
where
    B: HttpBody<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static,
{
    type Response = Response;
    type Error = Infallible;
    type Future = CorsFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: Request<B>) -> CorsFuture {
        if !self.is_supported {
            let response = Some(self.listed.router.call(request));
            return CorsFuture { decision: None, routed: Routed::default(), response };
        }
        let is_inside_default = request.extensions().get::<InsideDefault>().is_some();
        if self.default.is_some() {
            request.extensions_mut().insert(InsideDefault);
        }
        if is_preflight(HttpHead::from(&request)) {
            let mut answer = self.preflight(request.map(Body::new));
            answer.routed.is_inside_default = is_inside_default;
            return answer;
        }
        let by_default = || self.default.as_ref().is_some_and(DefaultPolicy::has_predicate);
        let needs_head = self.needs_head || by_default() || TowerAdapter::logs_debug();
        let head = KeptHead::of(&mut request, needs_head);
        let mut reports = Reports::Asked(Chosen::None);
        let asking = Lent::begin(&REPORTS, &mut reports);
        let response = Some(self.listed.router.call(request));
        drop(asking);
        let (mut routed, owner) = self.routed(self.listed.chosen(&reports), head.method.clone(), &head.uri);
        routed.is_inside_default = is_inside_default;
        CorsFuture { decision: owner.map(|owner| head.decide(owner)), routed, response }
    }
}

impl Cors {
    /// Answers a preflight by the policy of the handler that serves the requested method, else by the default policy. A preflight
    /// that no policy answers is for a handler of `OPTIONS`, which does not run if it is annotated.
    fn preflight(&mut self, mut request: Request<Body>) -> CorsFuture {
        let serving = self.serving_requested(&request);
        let (routed, owner) = self.routed(serving, Method::OPTIONS, request.uri());
        let decision = owner.map(|owner| decide(owner, &mut request));
        let why = match serving {
            Chosen::None => Unanswered::Unserved,
            Chosen::Cors => Unanswered::Bound,
            Chosen::Handler(..) | Chosen::Vague => Unanswered::Vague,
        };
        let head = HttpHead::from(&request);
        let line = if decision.is_none() { unanswered_preflight::<TowerAdapter>(head, why) } else { None };
        let is_passed_on = decision.as_ref().is_none_or(|decision| decision.is_passed_on(head));
        if !is_passed_on || !matches!(serving, Chosen::None | Chosen::Cors) {
            log_line::<TowerAdapter>(line);
            return CorsFuture { decision, routed, response: None };
        }
        let mut reports = Reports::Asked(Chosen::None);
        let asking = Lent::begin(&REPORTS, &mut reports);
        let response = Some(self.listed.router.call(request));
        drop(asking);
        let chosen = self.listed.chosen(&reports);
        if chosen != serving && chosen != Chosen::Cors {
            log_line::<TowerAdapter>(line);
        }
        // Another `Cors` decides itself, and an annotated handler of `OPTIONS` does not run.
        let decision = decision.filter(|_| chosen != Chosen::Cors);
        let response = response.filter(|_| matches!(chosen, Chosen::None | Chosen::Cors));
        CorsFuture { decision, routed, response }
    }

    /// Returns the handler that serves the requested method of a preflight.
    fn serving_requested(&self, request: &Request<Body>) -> Chosen {
        match HttpHead::from(request).lines(RequestHeader::RequestMethod).collect() {
            FieldLines::One(method) => self.listed.serving(method, request.uri()),
            FieldLines::Absent | FieldLines::Several => Chosen::None,
        }
    }

    /// Returns the state of a request before the router is polled for it, and the owner of the policy that decides: the handler that
    /// the router has chosen, else the default policy.
    #[inline]
    fn routed(&self, chosen: Chosen, method: Method, uri: &Uri) -> (Routed, Option<Owner<'static>>) {
        let (handler, is_certain, owner) = match (chosen, &self.default) {
            (Chosen::Handler(handler, place), _) => {
                (Some(handler), self.listed.is_certain(place, uri), Some(handler.owner()))
            }
            (Chosen::None, Some(default)) => (None, true, Some(Owner::Default(default.clone()))),
            _ => (None, false, None),
        };
        (Routed { handler, is_certain, method, ..Routed::default() }, owner)
    }
}

/// For `axum::serve(listener, Cors::new(router))`.
impl<L: Listener> Service<IncomingStream<'_, L>> for Cors {
    type Response = Self;
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: IncomingStream<'_, L>) -> Self::Future {
        ready(Ok(self.clone()))
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::routing::get;
    use cors_core::Policy;

    use super::*;

    /// The state after an update of axum that [`Cors::check`] finds.
    #[tokio::test]
    async fn all_is_closed_if_the_router_does_not_say_which_handler_it_calls() {
        let router = Router::new().route("/", get(async || "bare"));
        let app = Cors::new(router).default_policy(Policy::PUBLIC);
        let mut closed = app.clone();
        closed.is_supported = false;
        for method in [Method::GET, Method::OPTIONS] {
            let request = Request::builder().method(&method).header("origin", "https://app.example.com");
            let request = request.header("access-control-request-method", "GET");
            let Ok(request) = request.body(Body::empty()) else { continue };
            let Ok(response) = closed.call(request).await;
            assert!(response.headers().get("access-control-allow-origin").is_none(), "{method}");
            assert_eq!(response.status().is_success(), method == Method::GET);
        }
    }
}

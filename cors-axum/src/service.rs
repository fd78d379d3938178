//! The way of a request.
//!
//! - A **preflight** is answered by the policy of the handler that the router would call for the requested method, else by the
//!   default policy. If there are several such handlers, it is refused. If there is none, the router gets it, for a handler of
//!   `OPTIONS` without a policy.
//! - **Another request** is given to the router, which chooses a handler and returns a future. Before that is polled, the policy
//!   of the handler decides, else the default policy. What `enforce` refuses is not polled.
//! - A **response** gets the headers if the handler that decided has run, or if a layer has responded in its place. For the
//!   latter the router is asked whether it may have called another one.
//! - A **handler that was not chosen** runs all the same if a service hides it, or calls one of several. It refuses what
//!   `enforce` refuses, and its response is marked and gets no headers.
//! - **What is inside of another `Cors`** is decided there. Its response is marked as well.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::response::Response;
use axum::serve::{IncomingStream, Listener};
use cors_core::__adapter::{
    Adapter as _, HttpHead, RequestHead as _, RequestHeader, bound_preflight, log_line, vague_preflight,
};
use cors_core::FieldLines;
use cors_core::http::HttpDecision;
use cors_tower::__private::{MaybeDecided, TowerAdapter, decide};
use http::{Method, Request};
use tower_service::Service;

use crate::ask::chosen;
use crate::cors::Cors;
use crate::decider::{Decider, Expected};
use crate::future::CorsFuture;
use crate::report::{Asking, Chosen};
use crate::request::{Head, is_preflight};

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

    fn call(&mut self, request: Request<B>) -> CorsFuture {
        if !self.is_open {
            return CorsFuture::new(UNDECIDED, self.router.call(request));
        }
        if is_preflight(&request) {
            return self.preflight(request.map(Body::new));
        }
        let by_predicate = self.default.as_ref().is_some_and(|default| default.has_predicate());
        let head = Head::of(&request, self.needs_head || by_predicate);
        let asking = Asking::begin();
        let response = self.router.call(request);
        CorsFuture::new(self.decide(asking.end(), head), response)
    }
}

impl Cors {
    /// Answers a preflight by the policy of the handler that serves the requested method, else by the default policy.
    fn preflight(&mut self, mut request: Request<Body>) -> CorsFuture {
        match (self.chosen_for_preflight(&request), &self.default) {
            (Chosen::Handler(handler), _) => CorsFuture::answered(decide(&handler, &mut request)),
            (Chosen::Vague, _) => {
                log_line::<TowerAdapter>(vague_preflight::<TowerAdapter>(HttpHead::from(&request)));
                CorsFuture::refused()
            }
            (Chosen::None, Some(default)) => match decide(default, &mut request) {
                // The policy does not list the method.
                decision @ MaybeDecided::Decided(Some(HttpDecision::Decorate(_))) => {
                    let decided = (decision, Decider::Default(Arc::clone(default)));
                    self.pass_on(request, Some(decided))
                }
                decision => CorsFuture::answered(decision),
            },
            (Chosen::Cors, _) => {
                if TowerAdapter::logs_debug()
                    && matches!(chosen(&self.router, Method::OPTIONS, request.uri()), Chosen::None)
                {
                    log_line::<TowerAdapter>(bound_preflight::<TowerAdapter>(HttpHead::from(&request)));
                }
                self.pass_on(request, None)
            }
            (Chosen::None, None) => self.pass_on(request, None),
        }
    }

    /// Returns the handler of the requested method of a preflight.
    fn chosen_for_preflight(&self, request: &Request<Body>) -> Chosen {
        let method = match HttpHead::from(request).lines(RequestHeader::RequestMethod).collect() {
            FieldLines::One(method) => Method::from_bytes(method).ok(),
            FieldLines::Absent | FieldLines::Several => None,
        };
        method.map_or(Chosen::None, |method| chosen(&self.router, method, request.uri()))
    }

    /// Passes on a preflight that no policy answers, to a handler of `OPTIONS`. An annotated one refuses it.
    fn pass_on(&mut self, request: Request<Body>, by_default: Option<(MaybeDecided, Decider)>) -> CorsFuture {
        let asking = Asking::begin();
        let response = self.router.call(request);
        match (asking.end(), by_default) {
            (Chosen::Handler(_) | Chosen::Vague, _) => CorsFuture::refused(),
            (Chosen::None, Some(decided)) => CorsFuture::new(decided, response),
            _ => CorsFuture::new(UNDECIDED, response),
        }
    }

    /// Decides a request by the policy of the handler that the router has chosen, else by the default policy.
    #[inline]
    fn decide(&self, chosen: Chosen, head: Head) -> (MaybeDecided, Decider) {
        match (chosen, &self.default) {
            (Chosen::Handler(handler), _) if head.is_enough_for(&handler.endpoint) => {
                let decision = head.decide(&handler);
                (decision, Decider::Handler(Expected::new(handler, head, self.router.clone())))
            }
            (Chosen::None, Some(default)) => (head.decide(default), Decider::Default(Arc::clone(default))),
            _ => UNDECIDED,
        }
    }
}

/// The decision about a request that its handler alone decides.
const UNDECIDED: (MaybeDecided, Decider) = (MaybeDecided::Decided(None), Decider::Unknown);

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

/// A router again, for layers around it: `Router::from(Cors::new(router).default_policy(POLICY)).layer(…)`.
impl From<Cors> for Router {
    fn from(cors: Cors) -> Self {
        Self::new().fallback_service(cors)
    }
}

/// `router.cors()` beside [`Cors::new`].
pub trait RouterExt {
    /// The same as [`Cors::new`], as a router again.
    fn cors(self) -> Router;
}

impl RouterExt for Router {
    fn cors(self) -> Router {
        Cors::new(self).into()
    }
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use cors_core::Policy;

    use super::*;

    /// The state after an update of axum that [`Cors::check`] finds.
    #[tokio::test]
    async fn all_is_closed_if_the_router_does_not_say_which_handler_it_calls() {
        let router = Router::new().route("/", get(async || "bare"));
        let app = Cors::new(router).default_policy(Policy::PUBLIC);
        let mut closed = app.clone();
        closed.is_open = false;
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

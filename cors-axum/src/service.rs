//! The way of a request: preflights are answered, and other requests go to the router and are decided there.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Bytes, HttpBody};
use axum::response::Response;
use axum::serve::{IncomingStream, Listener};
use cors_core::__private::{Adapter as _, HttpHead, Label, Owner, log_line, vague_preflight};
use cors_core::Policy;
use cors_core::http::HttpDecision;
use cors_tower::__private::{MaybeDecided, TowerAdapter, decide};
use http::header::ACCESS_CONTROL_REQUEST_METHOD;
use http::{Method, Request};
use tower_service::Service;

use crate::ask::chosen;
use crate::cors::Cors;
use crate::future::{CorsFuture, Routed};
use crate::report::{AnnotatedHandler, Asking, Chosen, Expected};
use crate::request::{Decider, Kept};

impl Cors {
    /// Returns whose handler serves the requested method of a preflight.
    fn chosen_for_preflight<B>(&self, request: &Request<B>) -> Chosen {
        let requested = request.headers().get(ACCESS_CONTROL_REQUEST_METHOD);
        match requested.and_then(|method| Method::from_bytes(method.as_bytes()).ok()) {
            Some(method) => chosen(&self.router, method, request.uri()),
            None => Chosen::Nobody,
        }
    }

    /// Answers a preflight by the policy of the handler that serves the requested method, else by the default policy.
    fn preflight<B: AxumBody>(&mut self, mut request: Request<B>) -> CorsFuture {
        let head = HttpHead::from(&request);
        let preflight = cors_core::Request::of(head);
        let decider = match (self.chosen_for_preflight(&request), &self.default) {
            (Chosen::Handler(handler), _) if handler.endpoint.preflight_policy(&preflight).is_none() => {
                log_excluded(handler, &request);
                return self.pass_on(request, Some(handler));
            }
            (Chosen::Handler(handler), _) => Decider::Handler(handler),
            (Chosen::Vague, _) => {
                let path = request.uri().path().as_bytes();
                log_line::<TowerAdapter>(vague_preflight::<TowerAdapter>(path, head));
                return CorsFuture::answered(MaybeDecided::Decided(None));
            }
            (Chosen::Nobody, Some(default)) => Decider::Default(Arc::clone(default)),
            (Chosen::Nobody | Chosen::Cors, _) => return self.pass_on(request, None),
        };
        match (decide(&decider, &mut request), decider) {
            // The policy was replaced meanwhile by one that excludes the method.
            (MaybeDecided::Decided(Some(HttpDecision::Decorate(_))), Decider::Handler(handler)) => {
                self.pass_on(request, Some(handler))
            }
            (MaybeDecided::Decided(Some(HttpDecision::Decorate(_))), _) => self.pass_on(request, None),
            (decision, _) => CorsFuture::answered(decision),
        }
    }

    /// Calls the router, and decides by the policy of the handler that it chooses. A preflight comes here if nobody answers it;
    /// `excluding` is the handler that serves the requested method to its own origin alone.
    fn pass_on<B: AxumBody>(
        &mut self,
        request: Request<B>,
        excluding: Option<&'static AnnotatedHandler>,
    ) -> CorsFuture {
        let kept = Kept::of(&request, self.needs_head());
        let asking = Asking::begin();
        let response = self.router.call(request);
        let chosen = asking.chosen();
        CorsFuture::routed(response, self.route(kept, chosen, excluding))
    }

    /// Decides a request that the router has.
    fn route(
        &self,
        kept: Kept,
        chosen: Chosen,
        excluding: Option<&'static AnnotatedHandler>,
    ) -> Option<Routed> {
        match (chosen, excluding, &self.default) {
            // It refuses what comes to it in place of the handler that was asked for.
            (Chosen::Handler(handler), ..) if kept.is_preflight() && handler.endpoint.is_enforced() => None,
            (Chosen::Handler(handler), ..) => {
                let decider = Decider::Handler(handler);
                let (decision, expected) = (kept.decide(&decider), Expected::new(handler, kept.method()));
                let unsure = Some((self.router.clone(), kept.into_path()));
                Some(Routed { decision, decider, expected: Some(expected), unsure })
            }
            (Chosen::Nobody, Some(handler), _) => {
                let decider = Decider::Handler(handler);
                Some(Routed { decision: nothing_allowed(), decider, expected: None, unsure: None })
            }
            (Chosen::Nobody, None, Some(default)) => {
                let decider = Decider::Default(Arc::clone(default));
                Some(Routed { decision: kept.decide(&decider), decider, expected: None, unsure: None })
            }
            _ => None,
        }
    }

    /// Reports whether a policy may need more of a request than method and origin.
    fn needs_head(&self) -> bool {
        self.needs_head || self.default.as_ref().is_some_and(|default| default.has_predicate())
    }
}

/// Logs that a handler serves the requested method to its own origin alone.
fn log_excluded<B>(handler: &AnnotatedHandler, request: &Request<B>) {
    if TowerAdapter::logs_debug() {
        let (head, path) = (HttpHead::from(request), Label::Path(request.uri().path().as_bytes()));
        let decision = handler.endpoint.decide(&cors_core::Request::with_server_names(head));
        Owner::Route(&handler.endpoint).log_explanation::<TowerAdapter>(path, head, &decision);
    }
}

/// Returns the decision that removes what only a policy may set.
fn nothing_allowed() -> MaybeDecided {
    static CLOSED: Policy = Policy::SAME_ORIGIN;
    let decision = CLOSED.decide_without_route(&cors_core::Request::default());
    MaybeDecided::Decided(Some(HttpDecision::of_actual(decision, None)))
}

/// A body that axum takes.
trait AxumBody: HttpBody<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static {}

impl<B: HttpBody<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static> AxumBody for B {}

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
            return CorsFuture::routed(self.router.call(request), None);
        }
        let is_preflight = || cors_core::Request::of(HttpHead::from(&request)).is_preflight();
        match request.method() == Method::OPTIONS && is_preflight() {
            true => self.preflight(request),
            false => self.pass_on(request, None),
        }
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

/// `router.cors()` beside [`Cors::new`].
pub trait RouterExt {
    /// The same as [`Cors::new`], as a router again.
    fn cors(self) -> Router;
}

impl RouterExt for Router {
    fn cors(self) -> Router {
        Self::new().fallback_service(Cors::new(self))
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::routing::get;

    use super::*;

    /// As after an update of axum that [`Cors::check`] finds.
    #[tokio::test]
    async fn all_is_closed_if_the_router_does_not_say_whom_it_calls() {
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

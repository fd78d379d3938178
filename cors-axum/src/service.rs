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
//! - A **handler that was not chosen** runs all the same if a service hides it, or calls one of several. It refuses what
//!   `enforce` refuses, and its response is marked and gets no headers.
//! - **What is inside of another `Cors`** is decided there. Its response is marked as well. If a layer has made another response of
//!   it, a default policy does not open that.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::response::Response;
use axum::serve::{IncomingStream, Listener};
use cors_core::__adapter::{
    Adapter as _, HttpHead, Owner, RequestHead as _, RequestHeader, Unanswered, log_line,
    unanswered_preflight,
};
use cors_core::{DefaultPolicy, FieldLines};
use cors_tower::__private::{MaybeDecided, TowerAdapter, decide};
use http::{Method, Request, Uri};
use tower_service::Service;

use crate::cors::Cors;
use crate::future::CorsFuture;
use crate::report::{Chosen, Reporting};
use crate::request::KeptHead;
use crate::routed::Routed;

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
        if !self.is_open {
            return CorsFuture::new(None, Routed::default(), self.listed.router.call(request));
        }
        if HttpHead::from(&request).is_preflight() {
            return self.preflight(request.map(Body::new));
        }
        let head = KeptHead::of(&mut request, self.needs_head());
        let question = Reporting::ask();
        let response = self.listed.router.call(request);
        let routed = self.routed(question.chosen(), head.method.clone(), &head.uri);
        let decision = routed.decider.as_ref().map(|owner| head.decide(owner));
        CorsFuture::new(decision, routed, response)
    }
}

impl Cors {
    /// Answers a preflight by the policy of the handler that serves the requested method, else by the default policy. A preflight
    /// that no policy answers is for a handler of `OPTIONS`, which refuses it if it is annotated.
    fn preflight(&mut self, mut request: Request<Body>) -> CorsFuture {
        let serving = self.serving_requested(&request);
        match serving {
            Chosen::Handler(handler, _) => {
                return CorsFuture::answered(Some(decide(&handler.owner(), &mut request)));
            }
            Chosen::Vague => {
                log_line::<TowerAdapter>(unanswered(&request, Unanswered::Vague));
                return CorsFuture::answered(None);
            }
            Chosen::Cors => self.log_bound(&request),
            Chosen::None => {}
        }
        let routed = self.routed(serving, Method::OPTIONS, request.uri());
        let decision = routed.decider.as_ref().map(|default| decide(default, &mut request));
        // There is a default policy, and it lists the method.
        if !decision.as_ref().is_none_or(MaybeDecided::is_passed_on) {
            return CorsFuture::answered(decision);
        }
        let line = || unanswered(&request, Unanswered::Unserved);
        let unserved = matches!((serving, &decision), (Chosen::None, None)).then(line).flatten();
        let question = Reporting::ask();
        let response = self.listed.router.call(request);
        match question.chosen() {
            Chosen::None => CorsFuture::new(decision, routed, response),
            Chosen::Cors => CorsFuture::new(None, Routed::default(), response),
            Chosen::Handler(..) | Chosen::Vague => {
                log_line::<TowerAdapter>(unserved);
                CorsFuture::answered(decision)
            }
        }
    }

    /// Returns the handler that serves the requested method of a preflight.
    fn serving_requested(&self, request: &Request<Body>) -> Chosen {
        let method = match HttpHead::from(request).lines(RequestHeader::RequestMethod).collect() {
            FieldLines::One(method) => Method::from_bytes(method).ok(),
            FieldLines::Absent | FieldLines::Several => None,
        };
        method.map_or(Chosen::None, |method| self.listed.serving(method, request.uri()))
    }

    /// Logs that a preflight does not get to the `Cors` that is bound to its requested method.
    fn log_bound(&self, request: &Request<Body>) {
        let options = || self.listed.ask(Method::OPTIONS, request.uri());
        if TowerAdapter::logs_debug() && !matches!(options(), Chosen::Cors) {
            log_line::<TowerAdapter>(unanswered(request, Unanswered::Bound));
        }
    }

    /// Reports whether predicates, `enforce` or the log need the whole head of each request.
    fn needs_head(&self) -> bool {
        let by_default = self.default.as_ref().is_some_and(DefaultPolicy::has_predicate);
        self.needs_head || by_default || TowerAdapter::logs_debug()
    }

    /// Returns a request that is decided by the policy of the handler that the router has chosen, else by the default policy.
    #[inline]
    fn routed(&self, chosen: Chosen, method: Method, uri: &Uri) -> Routed {
        let (decider, is_certain) = match (chosen, &self.default) {
            (Chosen::Handler(handler, place), _) => {
                (Some(handler.owner()), self.listed.is_certain(handler, place, uri))
            }
            (Chosen::None, Some(default)) => (Some(Owner::Default(default.clone())), true),
            _ => (None, false),
        };
        Routed { decider, is_certain, method, ..Routed::default() }
    }
}

fn unanswered(preflight: &Request<Body>, why: Unanswered) -> Option<String> {
    unanswered_preflight::<TowerAdapter>(HttpHead::from(preflight), why)
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

/// A router again, for layers around it: `Router::from(Cors::new(router).default_policy(POLICY)).layer(…)`.
impl From<Cors> for Router {
    fn from(cors: Cors) -> Self {
        Self::new().fallback_service(cors)
    }
}

/// `router.cors()` beside [`Cors::new`].
pub trait RouterExt {
    /// The same as [`Cors::new`], as a router again, which can be nested. In a service of another `Cors`, as by `nest_service`,
    /// write `Cors::new(router)`: a service that is a router hides the policies inside, and the other one's default policy would
    /// answer their preflights.
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

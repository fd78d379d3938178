//! The outermost middleware of an annotated handler. It answers the handler's preflights, and puts the headers on
//! every other response.

use std::future;
use std::future::{Future, Ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::{Error, HttpMessage as _};
use cors_core::{Decision, PolicyRef};
use pin_project_lite::pin_project;

use crate::action::Action;
use crate::adapter::{ActixAdapter, Head};
use crate::claim::Claims;
use crate::decide::decide;
use crate::guard::MatchedPolicy;
use crate::headers::{HeaderCache, ResponseHeaders};
use crate::route::Route;

#[derive(Debug)]
pub(crate) struct RouteCors {
    pub(crate) route: &'static Route,
}

impl<S> Transform<S, ServiceRequest> for RouteCors
where
    S: Service<ServiceRequest, Response = ServiceResponse, Error = Error>,
{
    type Response = ServiceResponse;
    type Error = Error;
    type InitError = ();
    type Transform = RouteCorsService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        let route = self.route;
        // An error stops the start: `HttpServer` of actix-web returns an error if a worker cannot make a service.
        let can_start = route.owner().can_start::<ActixAdapter>(route.label());
        let service = || RouteCorsService { service: Rc::new(service), route, cache: Rc::default() };
        future::ready(can_start.then(service).ok_or(()))
    }
}

#[derive(Debug)]
pub(crate) struct RouteCorsService<S> {
    service: Rc<S>,
    route: &'static Route,
    cache: Rc<HeaderCache>,
}

impl<S> Service<ServiceRequest> for RouteCorsService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse, Error = Error>,
{
    type Response = ServiceResponse;
    type Error = Error;
    type Future = RouteCorsFuture<S>;

    forward_ready!(service);

    fn call(&self, service_request: ServiceRequest) -> Self::Future {
        let Self { service, route, cache } = self;
        let matched = Matched::of(route, &service_request);
        match matched.decide_now(cache, &service_request) {
            Some(action) => RouteCorsFuture::run(service, route, action, service_request),
            // The future of the predicate borrows the request, which has to move. So it is made again, in a box.
            None => {
                let decided = Box::pin(matched.decide(Rc::clone(cache), service_request));
                RouteCorsFuture::Deciding { decided, service: Rc::clone(service), route }
            }
        }
    }
}

/// The annotated route that a request has reached. The type is not generic, so it is compiled once, not for each
/// handler.
struct Matched {
    route: &'static Route,
    /// The policy by which [`CorsGuard`](crate::guard::CorsGuard) accepted a preflight, or else the route's current
    /// policy.
    policy: PolicyRef<'static>,
    /// Set if an earlier route excludes the requested method, and this route serves `OPTIONS`.
    is_excluded: bool,
}

impl Matched {
    fn of(route: &'static Route, service_request: &ServiceRequest) -> Self {
        let is_excluded = Claims::is_excluded_in(&service_request.extensions());
        Claims::claim_route(&service_request.extensions());
        let take = || service_request.extensions_mut().remove::<MatchedPolicy>();
        let claimed = if route.endpoint.is_constant() { None } else { take() };
        let policy = claimed.map_or_else(|| route.endpoint.policy(), |MatchedPolicy(policy)| policy);
        Self { route, policy, is_excluded }
    }

    /// Returns `None` if an async predicate has to be called first.
    fn decide_now(&self, cache: &HeaderCache, service_request: &ServiceRequest) -> Option<Action> {
        let decision = decide(self.route.owner(), self.policy.clone(), service_request).ready()?;
        Some(self.action(decision, cache, service_request))
    }

    async fn decide(
        self,
        cache: Rc<HeaderCache>,
        service_request: ServiceRequest,
    ) -> (Action, ServiceRequest) {
        let decision = decide(self.route.owner(), self.policy.clone(), &service_request).wait().await;
        (self.action(decision, &cache, &service_request), service_request)
    }

    fn action(
        &self,
        mut decision: Decision<'static>,
        cache: &HeaderCache,
        service_request: &ServiceRequest,
    ) -> Action {
        if self.is_excluded {
            decision = decision.without_preflight();
        }
        let (route, head) = (self.route, service_request.head());
        route.owner().log_explanation::<ActixAdapter>(route.label(), Head(head), &decision);
        Action::of(&decision, head, cache)
    }
}

pin_project! {
    /// The handler's response, to be decorated when it is ready.
    #[project = RouteCorsFutureProj]
    pub(crate) enum RouteCorsFuture<S>
    where
        S: Service<ServiceRequest>,
    {
        /// An async predicate runs before the handler.
        Deciding {
            decided: Pin<Box<dyn Future<Output = (Action, ServiceRequest)>>>,
            service: Rc<S>,
            route: &'static Route,
        },
        Running {
            #[pin]
            response: S::Future,
            route: &'static Route,
            headers: Option<ResponseHeaders>,
        },
        /// The response was made without the handler.
        Answered { response: Option<ServiceResponse> },
    }
}

impl<S: Service<ServiceRequest>> RouteCorsFuture<S> {
    fn run(service: &S, route: &'static Route, action: Action, service_request: ServiceRequest) -> Self {
        match action {
            Action::Respond(answer) => {
                Self::Answered { response: Some(service_request.into_response(answer.response())) }
            }
            Action::Decorate(headers) => {
                let response = service.call(service_request);
                Self::Running { response, route, headers: Some(headers) }
            }
        }
    }
}

impl<S> Future for RouteCorsFuture<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse, Error = Error>,
{
    type Output = Result<ServiceResponse, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let RouteCorsFutureProj::Deciding { decided, service, route } = self.as_mut().project() {
            let Poll::Ready(decided) = decided.as_mut().poll(context) else { return Poll::Pending };
            let (action, service_request) = decided;
            let running = Self::run(service, route, action, service_request);
            self.set(running);
        }
        // A future is not polled again after it is ready.
        match self.project() {
            RouteCorsFutureProj::Deciding { .. } => Poll::Pending,
            RouteCorsFutureProj::Running { response, route, headers } => {
                let mut result = ready!(response.poll(context));
                let Some(headers) = headers.take() else { return Poll::Pending };
                headers.decorate(&mut result, warning(route));
                Poll::Ready(result)
            }
            RouteCorsFutureProj::Answered { response } => {
                response.take().map_or(Poll::Pending, |it| Poll::Ready(Ok(it)))
            }
        }
    }
}

fn warning(route: &'static Route) -> impl Fn(&[String]) {
    move |removed| route.owner().warn_removed::<ActixAdapter>(route.label(), removed)
}

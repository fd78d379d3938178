//! The outermost middleware of an annotated handler: it answers the handler's preflights and puts the headers on whatever else
//! comes of it.

use std::future;
use std::future::{Future, Ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::HeaderName;
use actix_web::{Error, HttpMessage as _};
use cors_core::__private::RoutePath;
use cors_core::{Decision, PolicyRef};
use pin_project_lite::pin_project;

use crate::action::Action;
use crate::claim::Claims;
use crate::guard::MatchedPolicy;
use crate::headers::{HeaderCache, ResponseHeaders};
use crate::route::Route;
use crate::{explain, predicate};

/// The outermost middleware of an annotated handler.
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
        let service =
            |()| RouteCorsService { service: Rc::new(service), route: self.route, cache: Rc::default() };
        future::ready(self.route.check_start().map(service))
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
        match decide_now(route, cache, &service_request) {
            Ok(action) => RouteCorsFuture::run(service, route, action, service_request),
            Err(wait) => {
                let decided = Box::pin(decide(route, wait, Rc::clone(cache), service_request));
                RouteCorsFuture::Asking { decided, service: Rc::clone(service), route }
            }
        }
    }
}

/// A request with what becomes of it.
pub(crate) struct Decided(Action, ServiceRequest);

/// An async predicate has to be asked first.
struct Wait {
    policy: PolicyRef<'static>,
    is_excluded: bool,
}

/// Not generic, so that it is compiled once and not for each handler.
fn decide_now(
    route: &'static Route,
    cache: &HeaderCache,
    service_request: &ServiceRequest,
) -> Result<Action, Wait> {
    // A route before this one may keep the method to itself, and this one serve `OPTIONS`.
    let is_excluded = Claims::put_route(&service_request.extensions());
    let policy = policy(route, service_request);
    let cors_request = route.cors_request(service_request.head());
    let call = route.endpoint.predicate_call(&policy, &cors_request);
    match predicate::approves_now(call.as_ref(), service_request.request()) {
        Some(is_approved) => {
            let decision = route.endpoint.decide_judged(policy, &cors_request, is_approved);
            Ok(action(route, decision, is_excluded, cache, service_request))
        }
        None => Err(Wait { policy, is_excluded }),
    }
}

/// As [`decide_now`], with a predicate that has to be waited for.
async fn decide(
    route: &'static Route,
    Wait { policy, is_excluded }: Wait,
    cache: Rc<HeaderCache>,
    service_request: ServiceRequest,
) -> Decided {
    let cors_request = route.cors_request(service_request.head());
    let call = route.endpoint.predicate_call(&policy, &cors_request);
    let is_approved = predicate::approves(call, service_request.request()).await;
    let decision = route.endpoint.decide_judged(policy, &cors_request, is_approved);
    Decided(action(route, decision, is_excluded, &cache, &service_request), service_request)
}

/// The policy that decides the request: that by which [`CorsGuard`](crate::guard::CorsGuard) took it, if it is a preflight.
fn policy(route: &Route, service_request: &ServiceRequest) -> PolicyRef<'static> {
    let found = || service_request.extensions_mut().remove();
    let found = if route.endpoint.is_constant() { None } else { found() };
    found.map_or_else(|| route.endpoint.policy(), |MatchedPolicy(policy)| policy)
}

fn action(
    route: &Route,
    mut decision: Decision<'static>,
    is_excluded: bool,
    cache: &HeaderCache,
    service_request: &ServiceRequest,
) -> Action {
    if is_excluded {
        decision = decision.without_preflight();
    }
    let head = service_request.head();
    explain::of_route(route, head, &decision);
    Action::of(&decision, head, cache)
}

pin_project! {
    /// The handler's response, which is decorated when it comes.
    #[project = RouteCorsFutureProj]
    pub(crate) enum RouteCorsFuture<S>
    where
        S: Service<ServiceRequest>,
    {
        /// A predicate decides first.
        Asking {
            decided: Pin<Box<dyn Future<Output = Decided>>>,
            service: Rc<S>,
            route: &'static Route,
        },
        Running {
            #[pin]
            response: S::Future,
            route: &'static Route,
            decoration: Option<ResponseHeaders>,
        },
        /// The handler does not run.
        Answered { response: Option<ServiceResponse> },
    }
}

impl<S: Service<ServiceRequest>> RouteCorsFuture<S> {
    fn run(service: &S, route: &'static Route, action: Action, service_request: ServiceRequest) -> Self {
        match action {
            Action::Respond(answer) => {
                Self::Answered { response: Some(service_request.into_response(answer.response())) }
            }
            Action::Decorate(decoration) => {
                let response = service.call(service_request);
                Self::Running { response, route, decoration: Some(decoration) }
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
        if let RouteCorsFutureProj::Asking { decided, service, route } = self.as_mut().project() {
            let Poll::Ready(decided) = decided.as_mut().poll(context) else { return Poll::Pending };
            let Decided(action, service_request) = decided;
            let running = Self::run(service, route, action, service_request);
            self.set(running);
        }
        // A future is not polled again after it is ready.
        match self.project() {
            RouteCorsFutureProj::Asking { .. } => Poll::Pending,
            RouteCorsFutureProj::Running { response, route, decoration } => {
                let mut result = ready!(response.poll(context));
                let Some(decoration) = decoration.take() else { return Poll::Pending };
                decorate(&mut result, decoration, warning(route));
                Poll::Ready(result)
            }
            RouteCorsFutureProj::Answered { response } => {
                response.take().map_or(Poll::Pending, |it| Poll::Ready(Ok(it)))
            }
        }
    }
}

/// Puts the headers on whatever leaves, and tells `warn` of those that were there.
pub(crate) fn decorate<B>(
    result: &mut Result<ServiceResponse<B>, Error>,
    decoration: ResponseHeaders,
    warn: impl Fn(&[HeaderName]) + 'static,
) {
    match result {
        Ok(response) => warn(&decoration.apply(response.headers_mut())),
        // Middleware inside has failed: its response is made later, outside of here.
        Err(error) => error.add_response_mapper(move |mut response| {
            warn(&decoration.clone().apply(response.headers_mut()));
            response
        }),
    }
}

fn warning(route: &'static Route) -> impl Fn(&[HeaderName]) {
    move |removed| {
        if !removed.is_empty() && route.endpoint.should_warn() {
            explain::warn_of(removed, &RoutePath(&route.path()));
        }
    }
}

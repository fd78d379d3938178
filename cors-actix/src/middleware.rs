//! The middleware around an annotated handler: it decides when the request comes and puts the headers on whatever
//! leaves, a response or an error.

use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::dev::{RequestHead, Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::HeaderName;
use actix_web::{Error, HttpMessage as _};
use cors_core::{PolicyRef, Request};
use pin_project_lite::pin_project;

use crate::answer::Course;
use crate::decoration::Decoration;
use crate::route::Route;
use crate::slot::Slot;
use crate::{judge, report};

/// The outermost `wrap` of an annotated handler.
#[derive(Debug)]
pub struct Middleware {
    pub(crate) route: &'static Route,
}

impl<S, B> Transform<S, ServiceRequest> for Middleware
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type InitError = ();
    type Transform = MiddlewareService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(MiddlewareService { service: Rc::new(service), route: self.route }))
    }
}

#[derive(Debug)]
pub struct MiddlewareService<S> {
    service: Rc<S>,
    route: &'static Route,
}

impl<S, B> Service<ServiceRequest> for MiddlewareService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = Decorated<S>;

    forward_ready!(service);

    fn call(&self, service_request: ServiceRequest) -> Self::Future {
        let Self { service, route } = self;
        Slot::put_route(&service_request.extensions());
        let policy = route.endpoint.policy();
        let facts = route.facts(service_request.head());
        let question = route.endpoint.question(&policy, &facts);
        let Some(is_approved) = judge::approves_now(question.as_ref(), service_request.request()) else {
            let decided = Box::pin(ask(route, policy, service_request));
            return Decorated::Asking { decided, service: Rc::clone(service), route };
        };
        let course = course(route, policy, &facts, is_approved, service_request.head());
        Decorated::run(service, route, Decided { course, service_request })
    }
}

/// A request with what becomes of it.
pub struct Decided {
    course: Course,
    service_request: ServiceRequest,
}

async fn ask(route: &'static Route, policy: PolicyRef<'static>, service_request: ServiceRequest) -> Decided {
    let facts = route.facts(service_request.head());
    let question = route.endpoint.question(&policy, &facts);
    let is_approved = judge::approves(question, service_request.request()).await;
    let course = course(route, policy, &facts, is_approved, service_request.head());
    Decided { course, service_request }
}

fn course(
    route: &'static Route,
    policy: PolicyRef<'static>,
    facts: &Request<'_>,
    is_approved: bool,
    head: &RequestHead,
) -> Course {
    let decision = route.endpoint.decide_judged(policy, facts, is_approved).of_handler();
    report::of_route(route, head, &decision);
    Course::of(decision, head)
}

pin_project! {
    /// The handler's response, which is decorated when it comes.
    #[project = State]
    pub enum Decorated<S>
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
            decoration: Decoration,
        },
        /// The route refuses the request.
        Refused { error: Option<Error> },
    }
}

impl<S: Service<ServiceRequest>> Decorated<S> {
    fn run(service: &S, route: &'static Route, Decided { course, service_request }: Decided) -> Self {
        match course {
            Course::Answer(refusal) => Self::Refused { error: Some(refusal.into()) },
            Course::Decorate(decoration) => {
                Self::Running { response: service.call(service_request), route, decoration }
            }
        }
    }
}

impl<S, B> Future for Decorated<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Output = Result<ServiceResponse<B>, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let State::Asking { decided, service, route } = self.as_mut().project() {
            let Poll::Ready(decided) = decided.as_mut().poll(context) else { return Poll::Pending };
            let running = Self::run(service, route, decided);
            self.set(running);
        }
        match self.project() {
            State::Asking { .. } => Poll::Pending,
            State::Running { response, route, decoration } => {
                response.poll(context).map(|result| decorate(result, decoration, warning(route)))
            }
            // A future is not polled again after it is ready.
            State::Refused { error } => error.take().map_or(Poll::Pending, |error| Poll::Ready(Err(error))),
        }
    }
}

/// Puts the headers on whatever leaves, and tells `warn` of those that were there.
pub(crate) fn decorate<B>(
    result: Result<ServiceResponse<B>, Error>,
    decoration: &Decoration,
    warn: impl Fn(&[HeaderName]) + 'static,
) -> Result<ServiceResponse<B>, Error> {
    match result {
        Ok(mut response) => {
            warn(&decoration.apply(response.headers_mut()));
            Ok(response)
        }
        // Middleware inside has failed: its response is made later, outside of here.
        Err(mut error) => {
            let decoration = decoration.clone();
            error.add_response_mapper(move |mut response| {
                warn(&decoration.apply(response.headers_mut()));
                response
            });
            Err(error)
        }
    }
}

fn warning(route: &'static Route) -> impl Fn(&[HeaderName]) {
    move |removed| {
        if !removed.is_empty() && route.endpoint.is_first_removal() {
            report::warn_of(removed, route.path());
        }
    }
}

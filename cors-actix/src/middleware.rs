//! The outermost `wrap` of an annotated handler: it answers the handler's preflights and puts the headers on whatever else
//! comes of it.

use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::HeaderName;
use actix_web::{Error, HttpMessage as _};
use cors_core::{Decision, PolicyRef};
use pin_project_lite::pin_project;

use crate::answer::Course;
use crate::decoration::{Cache, Decoration};
use crate::gate::Found;
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
    B: MessageBody + 'static,
{
    /// With a boxed body, so that an answer to a preflight can stand in the place of the handler's response. Actix-web boxes
    /// the bodies of a resource anyway.
    type Response = ServiceResponse;
    type Error = Error;
    type InitError = ();
    type Transform = MiddlewareService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        let cache = self.route.endpoint.is_constant().then(Rc::default);
        ready(Ok(MiddlewareService { service: Rc::new(service), route: self.route, cache }))
    }
}

#[derive(Debug)]
pub struct MiddlewareService<S> {
    service: Rc<S>,
    route: &'static Route,
    /// `None` if the policy can change.
    cache: Option<Rc<Cache>>,
}

impl<S, B> Service<ServiceRequest> for MiddlewareService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = Error;
    type Future = Decorated<S>;

    forward_ready!(service);

    fn call(&self, service_request: ServiceRequest) -> Self::Future {
        let Self { service, route, cache } = self;
        match decide_now(route, cache.as_deref(), &service_request) {
            Ok(course) => Decorated::run(service, route, Decided { course, service_request }),
            Err(wait) => {
                let decided = Box::pin(decide(route, wait, cache.clone(), service_request));
                Decorated::Asking { decided, service: Rc::clone(service), route }
            }
        }
    }
}

/// A request with what becomes of it.
pub struct Decided {
    course: Course,
    service_request: ServiceRequest,
}

/// An async predicate has to be asked first.
struct Wait {
    policy: PolicyRef<'static>,
    is_left_out: bool,
}

/// Not generic, so that it is compiled once and not for each handler.
fn decide_now(
    route: &'static Route,
    cache: Option<&Cache>,
    service_request: &ServiceRequest,
) -> Result<Course, Wait> {
    // A route before this one keeps the method to itself, and this one serves `OPTIONS`.
    let is_left_out = Slot::is_left_out(&service_request.extensions());
    Slot::put_route(&service_request.extensions());
    let policy = policy(route, service_request);
    let facts = route.facts(service_request.head());
    let question = route.endpoint.question(&policy, &facts);
    match judge::approves_now(question.as_ref(), service_request.request()) {
        Some(is_approved) => {
            let decision = route.endpoint.decide_judged(policy, &facts, is_approved);
            Ok(course(route, decision, is_left_out, cache, service_request))
        }
        None => Err(Wait { policy, is_left_out }),
    }
}

/// As [`decide_now`], with a predicate that has to be waited for.
async fn decide(
    route: &'static Route,
    Wait { policy, is_left_out }: Wait,
    cache: Option<Rc<Cache>>,
    service_request: ServiceRequest,
) -> Decided {
    let facts = route.facts(service_request.head());
    let question = route.endpoint.question(&policy, &facts);
    let is_approved = judge::approves(question, service_request.request()).await;
    let decision = route.endpoint.decide_judged(policy, &facts, is_approved);
    let course = course(route, decision, is_left_out, cache.as_deref(), &service_request);
    Decided { course, service_request }
}

/// The policy that decides the request: that by which [`Gate`](crate::gate::Gate) took it, if it is a preflight.
fn policy(route: &Route, service_request: &ServiceRequest) -> PolicyRef<'static> {
    let found = || service_request.extensions_mut().remove();
    let found = if route.endpoint.is_constant() { None } else { found() };
    found.map_or_else(|| route.endpoint.policy(), |Found(policy)| policy)
}

fn course(
    route: &Route,
    decision: Decision<'static>,
    is_left_out: bool,
    cache: Option<&Cache>,
    service_request: &ServiceRequest,
) -> Course {
    let decision = if is_left_out { decision.of_handler() } else { decision };
    let head = service_request.head();
    report::of_route(route, head, &decision);
    Course::of(&decision, head, cache)
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
        /// The handler does not run.
        Answered { response: Option<ServiceResponse> },
    }
}

impl<S: Service<ServiceRequest>> Decorated<S> {
    fn run(service: &S, route: &'static Route, Decided { course, service_request }: Decided) -> Self {
        match course {
            Course::Answer(answer) => {
                Self::Answered { response: Some(service_request.into_response(answer.response())) }
            }
            Course::Decorate(decoration) => {
                Self::Running { response: service.call(service_request), route, decoration }
            }
        }
    }
}

impl<S, B> Future for Decorated<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Output = Result<ServiceResponse, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let State::Asking { decided, service, route } = self.as_mut().project() {
            let Poll::Ready(decided) = decided.as_mut().poll(context) else { return Poll::Pending };
            let running = Self::run(service, route, decided);
            self.set(running);
        }
        match self.project() {
            State::Asking { .. } => Poll::Pending,
            State::Running { response, route, decoration } => response.poll(context).map(|result| {
                decorate(result, decoration, warning(route)).map(ServiceResponse::map_into_boxed_body)
            }),
            // A future is not polled again after it is ready.
            State::Answered { response } => response.take().map_or(Poll::Pending, |it| Poll::Ready(Ok(it))),
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

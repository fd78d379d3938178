//! The middleware of a policy: the outermost one of an annotated handler, or one around an application with a default
//! policy. It answers preflights, and puts the headers on every other response.

use std::future;
use std::future::{Future, Ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use pin_project_lite::pin_project;

use crate::adapter::ActixAdapter;
use crate::cors::Cors;
use crate::decide::{Arrival, CachedOwner, DeferredDecision};

impl<S, B> Transform<S, ServiceRequest> for Cors
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = Error;
    type InitError = ();
    type Transform = CorsService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        // An error stops the start: `HttpServer` of actix-web returns an error if a worker cannot make a service.
        let can_start = self.owner.can_start::<ActixAdapter>();
        let cached = CachedOwner::new(self.owner.clone());
        let service = CorsService { service: Rc::new(service), cached: Rc::new(cached) };
        future::ready(can_start.then_some(service).ok_or(()))
    }
}

#[derive(Debug)]
pub struct CorsService<S> {
    service: Rc<S>,
    cached: Rc<CachedOwner>,
}

impl<S, B> Service<ServiceRequest> for CorsService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = Error;
    type Future = CorsFuture<S>;

    forward_ready!(service);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let Self { service, cached } = self;
        match Arrival::decide_now(cached, &request) {
            Ok(decision) => CorsFuture::run(service, decision, request),
            // The future of the predicate borrows the request, which has to move. So it is made again, in a box.
            Err(arrival) => {
                let decided = Box::pin(arrival.decide_later(request));
                CorsFuture::Deciding { decided, service: Rc::clone(service) }
            }
        }
    }
}

pin_project! {
    #[project = CorsFutureProj]
    pub enum CorsFuture<S>
    where
        S: Service<ServiceRequest>,
    {
        /// An async predicate runs before the service.
        Deciding {
            decided: Pin<Box<dyn Future<Output = (DeferredDecision, ServiceRequest)>>>,
            service: Rc<S>,
        },
        Running {
            #[pin]
            response: S::Future,
            decision: DeferredDecision,
        },
        /// The response was made without the handler.
        Answered { response: Option<ServiceResponse> },
    }
}

impl<S: Service<ServiceRequest>> CorsFuture<S> {
    /// Calls the service at once, so that middleware outside can see the matched route.
    fn run(service: &S, decision: DeferredDecision, request: ServiceRequest) -> Self {
        match decision.response_at_once() {
            Some(response) => Self::Answered { response: Some(request.into_response(response)) },
            None => Self::Running { response: service.call(request), decision },
        }
    }
}

impl<S, B> Future for CorsFuture<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Output = Result<ServiceResponse, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let CorsFutureProj::Deciding { decided, service } = self.as_mut().project() {
            let (decision, request) = ready!(decided.as_mut().poll(context));
            let running = Self::run(service, decision, request);
            self.set(running);
        }
        match self.project() {
            CorsFutureProj::Running { response, decision } => {
                let mut result = ready!(response.poll(context)).map(ServiceResponse::map_into_boxed_body);
                decision.finish(&mut result);
                Poll::Ready(result)
            }
            // A future is not polled again after it is ready.
            CorsFutureProj::Answered { response } => {
                response.take().map_or(Poll::Pending, |it| Poll::Ready(Ok(it)))
            }
            CorsFutureProj::Deciding { .. } => Poll::Pending,
        }
    }
}

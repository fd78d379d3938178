//! The middleware around an annotated handler: it decides when the request comes and puts the headers on whatever
//! leaves, a response or an error.

use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::Error;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::HeaderName;
use pin_project_lite::pin_project;

use crate::decoration::{Decoration, request};
use crate::route::Route;

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
        ready(Ok(MiddlewareService { service, route: self.route }))
    }
}

#[derive(Debug)]
pub struct MiddlewareService<S> {
    service: S,
    route: &'static Route,
}

impl<S, B> Service<ServiceRequest> for MiddlewareService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = Decorated<S::Future>;

    forward_ready!(service);

    fn call(&self, service_request: ServiceRequest) -> Self::Future {
        let head = service_request.head();
        let decoration = Decoration::new(self.route.endpoint.decide(&request(head)), head);
        Decorated { response: self.service.call(service_request), route: self.route, decoration }
    }
}

pin_project! {
    /// The handler's response, which is decorated when it comes.
    pub struct Decorated<F> {
        #[pin]
        response: F,
        route: &'static Route,
        decoration: Decoration,
    }
}

impl<F, B> Future for Decorated<F>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let route = *this.route;
        this.response.poll(context).map(|result| match result {
            Ok(mut response) => {
                warn_of(&this.decoration.apply(response.headers_mut()), route);
                Ok(response)
            }
            // Middleware inside of the route has failed: its response is made later, outside of here.
            Err(mut error) => {
                let decoration = this.decoration.clone();
                error.add_response_mapper(move |mut response| {
                    warn_of(&decoration.apply(response.headers_mut()), route);
                    response
                });
                Err(error)
            }
        })
    }
}

fn warn_of(removed: &[HeaderName], route: &Route) {
    if !removed.is_empty() && route.endpoint.is_first_removal() {
        log::warn!(target: "cors", "removed {removed:?} from a response of {}, whose `#[cors]` writes them", route.path());
    }
}

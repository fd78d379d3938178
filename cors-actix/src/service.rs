//! What an annotated handler registers: its service, in its own middleware and then in ours.
//!
//! As actix-web's `Resource` makes it, but without the list of routes that a resource looks through for each request.

use actix_service::{ServiceFactoryExt as _, apply};
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse, Transform};

/// What makes the service of a handler, or of one in middleware.
pub trait Factory:
    ServiceFactory<ServiceRequest, Config = (), Error = Error, InitError = ()> + 'static
{
}

impl<S> Factory for S where
    S: ServiceFactory<ServiceRequest, Config = (), Error = Error, InitError = ()> + 'static
{
}

/// The service in a middleware, as a `wrap` of the route attribute is. The arguments are in the order in which they are to be
/// evaluated.
pub fn wrapped<S, M, B>(service: S, middleware: M) -> impl Factory<Response = ServiceResponse<B>>
where
    S: Factory,
    M: Transform<S::Service, ServiceRequest, Response = ServiceResponse<B>, Error = Error, InitError = ()>
        + 'static,
{
    apply(middleware, service)
}

/// The service with the type of body that every handler has, since middleware can have changed it.
pub fn boxed<S, B>(service: S) -> impl Factory<Response = ServiceResponse>
where
    S: Factory<Response = ServiceResponse<B>>,
    B: MessageBody + 'static,
{
    service.map(ServiceResponse::map_into_boxed_body)
}

//! What an annotated handler registers: its service, in its own middleware and then in ours.
//!
//! As actix-web's `Resource` makes it, but without the list of routes that a resource looks through for each request.

use std::sync::atomic::Ordering;

use actix_service::{ServiceFactoryExt as _, apply};
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse, Transform};
use actix_web::guard::Guard;
use cors_core::Inventory;

use crate::adapter::ActixAdapter;
use crate::guard::CorsGuard;
use crate::middleware::RouteCors;
use crate::route::Route;

/// What makes the service of a handler, or of one in middleware.
pub trait RouteServiceFactory:
    ServiceFactory<ServiceRequest, Config = (), Error = Error, InitError = ()> + 'static
{
}

impl<S> RouteServiceFactory for S where
    S: ServiceFactory<ServiceRequest, Config = (), Error = Error, InitError = ()> + 'static
{
}

/// The service in a middleware, as a `wrap` of the route attribute is. The arguments are in the order in which they are to be
/// evaluated.
pub fn wrap<S, M, B>(service: S, middleware: M) -> impl RouteServiceFactory<Response = ServiceResponse<B>>
where
    S: RouteServiceFactory,
    M: Transform<S::Service, ServiceRequest, Response = ServiceResponse<B>, Error = Error, InitError = ()>
        + 'static,
{
    apply(middleware, service)
}

/// The service with the type of body that every handler has, since middleware can have changed it.
pub fn map_into_boxed_body<S, B>(service: S) -> impl RouteServiceFactory<Response = ServiceResponse>
where
    S: RouteServiceFactory<Response = ServiceResponse<B>>,
    B: MessageBody + 'static,
{
    service.map(ServiceResponse::map_into_boxed_body)
}

impl Route {
    /// This service with the headers of the policy, and with its preflights answered.
    #[doc(hidden)]
    pub fn wrap<S: RouteServiceFactory<Response = ServiceResponse>>(
        &'static self,
        service: S,
    ) -> impl RouteServiceFactory<Response = ServiceResponse> {
        wrap(service, RouteCors { route: self })
    }

    /// The guard of a service that takes requests with these methods which pass these `guards`; made when the service is
    /// registered.
    #[doc(hidden)]
    #[must_use]
    pub fn guard(&'static self, methods: &[&str], guards: Vec<Box<dyn Guard>>) -> impl Guard + use<> {
        // One that is made when it is needed first is made here, so that a wrong one stops the start.
        drop(self.endpoint.policy());
        // Each worker registers it.
        if !self.registered.swap(true, Ordering::Relaxed) {
            Inventory::of([(self.path, &self.endpoint)]).log::<ActixAdapter>();
        }
        CorsGuard::new(self, methods, guards)
    }
}

//! The registration of an annotated handler: its service, inside its own middleware and then ours.
//!
//! It does the same as `Resource` of actix-web, without the list of routes that a resource searches for each request.

use actix_service::apply;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{
    AppService, HttpServiceFactory as _, ServiceFactory, ServiceRequest, ServiceResponse, Transform,
};
use actix_web::guard::Guard;
use actix_web::web;
use cors_core::__adapter::NamedEndpoint;
use cors_core::Inventory;

use crate::adapter::ActixAdapter;
use crate::cors::Cors;
use crate::guard::CorsGuard;

/// A factory of a handler's service, with or without middleware.
pub trait RouteServiceFactory:
    ServiceFactory<ServiceRequest, Config = (), Error = Error, InitError = ()> + 'static
{
}

impl<S> RouteServiceFactory for S where
    S: ServiceFactory<ServiceRequest, Config = (), Error = Error, InitError = ()> + 'static
{
}

/// Wraps the service in a middleware, like `wrap` of the route attribute. The arguments are in their order of
/// evaluation.
pub fn wrap<S, M, B>(service: S, middleware: M) -> impl RouteServiceFactory<Response = ServiceResponse<B>>
where
    S: RouteServiceFactory,
    M: Transform<S::Service, ServiceRequest, Response = ServiceResponse<B>, Error = Error, InitError = ()>
        + 'static,
{
    apply(middleware, service)
}

/// Registers the service of a handler for requests with these `methods`, separated by `", "`, that pass these `guards`, and for their
/// preflights.
///
/// The guards are an array and the methods one text, because slices and vectors cost compile time at each handler.
pub fn register<B: MessageBody + 'static, const GUARDS: usize>(
    route: &'static NamedEndpoint,
    config: &mut AppService,
    name: &str,
    methods: &str,
    guards: [Box<dyn Guard>; GUARDS],
    service: impl RouteServiceFactory<Response = ServiceResponse<B>>,
) {
    // Each worker registers the route, but only the first one logs it.
    if route.mark_seen() {
        Inventory::of([(route.name, &route.endpoint)]).log::<ActixAdapter>();
    }
    web::service(route.name)
        .name(name)
        .guard(CorsGuard::new(route, methods, guards.into()))
        .finish(wrap(service, Cors { owner: route.owner() }))
        .register(config);
}

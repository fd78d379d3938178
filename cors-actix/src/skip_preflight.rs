//! Middleware around middleware that must not see preflights.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::body::EitherBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::http::StatusCode;
use actix_web::{Error, HttpResponse, ResponseError};
use cors_core::__private::{log_line, unclaimed_preflight};
use cors_core::Request;
use pin_project_lite::pin_project;

use crate::adapter::{ActixAdapter, Head};
use crate::claim::Claims;

/// Lets the preflights of annotated handlers pass by a middleware, as authentication, which would refuse them: browsers
/// send them without credentials.
///
/// ```
/// use actix_web::body::MessageBody;
/// use actix_web::dev::{ServiceRequest, ServiceResponse};
/// use actix_web::error::ErrorUnauthorized;
/// use actix_web::middleware::{Next, from_fn};
/// use actix_web::{App, Error, HttpResponse, put, web};
/// use cors_actix::{Cors, Policy, SkipPreflight, cors, policy};
///
/// /// For the headers of the 401.
/// const DEFAULT: Policy = policy!(origins = ["https://app.example.com"], methods = ["PUT"]);
///
/// async fn authenticate(
///     request: ServiceRequest,
///     next: Next<impl MessageBody>,
/// ) -> Result<ServiceResponse<impl MessageBody>, Error> {
///     match request.headers().get("authorization") {
///         Some(_) => next.call(request).await,
///         None => Err(ErrorUnauthorized("who are you?")),
///     }
/// }
///
/// #[cors(origins = ["https://app.example.com"], allow_headers = ["authorization"])]
/// #[put("/users/{id}")]
/// async fn update(id: web::Path<u64>) -> HttpResponse {
///     HttpResponse::NoContent().finish()
/// }
///
/// let api = web::scope("/api").service(update);
/// let api = api.wrap(SkipPreflight::new(from_fn(authenticate))).wrap(Cors::new(DEFAULT));
/// let app = App::new().service(api);
/// ```
///
/// # What passes
/// A preflight that is answered by the policy of a handler with `#[cors]`, and nothing else. Any other request that looks
/// like a preflight gets 403, whatever stands at its path, and no [`Cors`](crate::default_policy::Cors) outside changes that. No handler and
/// no extractor runs, be it that of a route or of a default service.
///
/// What does run is routing: guards, and what services do in `Service::call` before they return their future. So a service
/// of your own that is made of a function that is not `async` runs.
/// The future is polled only if the preflight of an annotated handler is what they have come to.
///
/// Middleware between this one and the handlers that does not call the next service before it returns its future
/// ([`from_fn`](actix_web::middleware::from_fn) is of this kind) hides the routes: the answer is 403, unless that
/// middleware is wrapped likewise.
///
/// The middleware's own refusals have no CORS headers but those of a [`Cors`](crate::default_policy::Cors) outside.
#[derive(Debug, Clone)]
pub struct SkipPreflight<T> {
    middleware: Rc<T>,
}

impl<T> SkipPreflight<T> {
    /// Wraps `middleware`, which no preflight reaches from now on.
    #[must_use]
    pub fn new(middleware: T) -> Self {
        Self { middleware: Rc::new(middleware) }
    }
}

impl<S, T, B, C> Transform<S, ServiceRequest> for SkipPreflight<T>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    T: Transform<Rc<S>, ServiceRequest, Response = ServiceResponse<C>, Error = Error, InitError = ()>
        + 'static,
{
    type Response = ServiceResponse<EitherBody<C, B>>;
    type Error = Error;
    type InitError = ();
    type Transform = SkipPreflightService<T::Transform, S>;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Transform, ()>>>>;

    fn new_transform(&self, service: S) -> Self::Future {
        let inner = Rc::new(service);
        let wrapped = self.middleware.new_transform(Rc::clone(&inner));
        Box::pin(async move { Ok(SkipPreflightService { wrapped: wrapped.await?, inner }) })
    }
}

/// The middleware's service, and the one inside, which is the same as the one that the middleware has.
#[derive(Debug)]
pub struct SkipPreflightService<W, S> {
    wrapped: W,
    inner: Rc<S>,
}

impl<W, S, B, C> Service<ServiceRequest> for SkipPreflightService<W, S>
where
    W: Service<ServiceRequest, Response = ServiceResponse<C>, Error = Error>,
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<EitherBody<C, B>>;
    type Error = Error;
    type Future = SkipPreflightFuture<W::Future, S::Future>;

    /// The middleware is not ready before what it wraps is.
    fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        match self.inner.poll_ready(context) {
            Poll::Ready(Ok(())) => self.wrapped.poll_ready(context),
            not_yet => not_yet,
        }
    }

    fn call(&self, service_request: ServiceRequest) -> Self::Future {
        let head = Head(service_request.head());
        if !Request::of(head).is_preflight() {
            return SkipPreflightFuture::Wrapped { response: self.wrapped.call(service_request) };
        }
        let claims = Claims::fresh(&service_request);
        let report = unclaimed_preflight::<ActixAdapter>(service_request.path().as_bytes(), head);
        let response = self.inner.call(service_request);
        if claims.has_preflight() {
            return SkipPreflightFuture::Inner { response };
        }
        // A route that excludes the method has logged it.
        if !claims.is_excluded() {
            log_line::<ActixAdapter>(report);
            claims.refuse();
        }
        SkipPreflightFuture::Refused
    }
}

pin_project! {
    #[project = SkipPreflightFutureProj]
    pub enum SkipPreflightFuture<F, G> {
        /// Not a preflight.
        Wrapped { #[pin] response: F },
        /// The preflight of an annotated handler.
        Inner { #[pin] response: G },
        /// A preflight of nobody.
        Refused,
    }
}

impl<F, G, B, C> Future for SkipPreflightFuture<F, G>
where
    F: Future<Output = Result<ServiceResponse<C>, Error>>,
    G: Future<Output = Result<ServiceResponse<B>, Error>>,
{
    type Output = Result<ServiceResponse<EitherBody<C, B>>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project() {
            SkipPreflightFutureProj::Wrapped { response } => {
                response.poll(context).map_ok(ServiceResponse::map_into_left_body)
            }
            SkipPreflightFutureProj::Inner { response } => {
                response.poll(context).map_ok(ServiceResponse::map_into_right_body)
            }
            SkipPreflightFutureProj::Refused => Poll::Ready(Err(NoPreflight.into())),
        }
    }
}

/// A preflight that no annotated handler answers. An error, since its request is gone.
#[derive(Debug)]
struct NoPreflight;

impl fmt::Display for NoPreflight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no handler with `#[cors]` answers this preflight")
    }
}

impl ResponseError for NoPreflight {
    fn status_code(&self) -> StatusCode {
        StatusCode::FORBIDDEN
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

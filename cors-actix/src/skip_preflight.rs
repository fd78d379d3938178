//! A wrapper for middleware that must not receive preflights.

use std::future;
use std::future::{Future, Ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::{Error, HttpMessage as _};
use cors_core::__adapter::{Unanswered, is_preflight, log_line, unanswered_preflight};
use futures_util::future::{Either, MapOk, TryFutureExt as _};

use crate::adapter::{ActixAdapter, Head};
use crate::claim::{Claim, ClaimCell};
use crate::response::ResponseParts;

/// A wrapper for middleware that would refuse preflights, such as authentication. Browsers send preflights without
/// credentials, so those of annotated handlers bypass the wrapped middleware.
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
/// Only a preflight that the policy of a handler with `#[cors]` answers bypasses the middleware. Every other request that looks
/// like a preflight gets the status 403, whatever handles its path, and a [`Cors`](crate::Cors) outside does not change that.
/// No handler and no extractor runs for it. Guards do, and the code of services in `Service::call` before the future is
/// returned. [The guide](crate::guide::authentication) has more examples, and the limits.
#[derive(Debug, Clone)]
pub struct SkipPreflight<T> {
    middleware: Rc<T>,
}

impl<T> SkipPreflight<T> {
    /// Wraps `middleware`, which then receives no preflight.
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
    B: MessageBody + 'static,
    C: MessageBody + 'static,
{
    type Response = ServiceResponse;
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

/// The middleware's service, and the service inside it. Both share the inner service.
#[derive(Debug)]
pub struct SkipPreflightService<W, S> {
    wrapped: W,
    inner: Rc<S>,
}

/// A future whose response gets the type of body that all responses have here.
type Boxed<F, B> = MapOk<F, fn(ServiceResponse<B>) -> ServiceResponse>;

fn boxed<F, B>(response: F) -> Boxed<F, B>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
    B: MessageBody + 'static,
{
    response.map_ok(ServiceResponse::map_into_boxed_body)
}

impl<W, S, B, C> Service<ServiceRequest> for SkipPreflightService<W, S>
where
    W: Service<ServiceRequest, Response = ServiceResponse<C>, Error = Error>,
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
    C: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = Error;
    type Future =
        Either<Boxed<W::Future, C>, Either<Boxed<S::Future, B>, Ready<Result<Self::Response, Error>>>>;

    /// Polls the inner service first, since the middleware is not ready before the service that it wraps.
    fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        match self.inner.poll_ready(context) {
            Poll::Ready(Ok(())) => self.wrapped.poll_ready(context),
            not_yet => not_yet,
        }
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let head = Head(request.head());
        if !is_preflight(head) {
            return Either::Left(boxed(self.wrapped.call(request)));
        }
        let claims = ClaimCell::fresh(&mut request.extensions_mut());
        let report = unanswered_preflight::<ActixAdapter>(head, Unanswered::Unclaimed);
        let response = self.inner.call(request);
        Either::Right(match claims.get() {
            Claim::Preflight => Either::Left(boxed(response)),
            innermost => {
                // A route that excludes the method has already logged it.
                if innermost != Claim::Excluded {
                    log_line::<ActixAdapter>(report);
                    claims.exclude();
                }
                Either::Right(future::ready(Err(ResponseParts::refusal().into())))
            }
        })
    }
}

//! The middleware for a default policy. It passes requests on, and decides if no policy closer to the handler has
//! decided.

use std::future;
use std::future::{Future, Ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

use actix_web::Error;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use cors_core::__private::{Label, Owner, log_line};
use cors_core::{Decision, DefaultPolicy, IntoDefaultPolicy};
use pin_project_lite::pin_project;

use crate::action::{Action, EmptyResponse};
use crate::adapter::{ActixAdapter, Head};
use crate::claim::{Claims, DefaultClaim};
use crate::decide::decide;
use crate::headers::{HeaderCache, ResponseHeaders};

/// Middleware with a policy for every response without a policy of its own: of handlers without `#[cors]`, of routes
/// that are registered by hand, of error pages, and of paths without a route.
///
/// ```
/// use actix_web::{App, HttpResponse, get, web};
/// use cors_actix::{Cors, Policy, cors, policy};
///
/// const DEFAULT: Policy = policy!(
///     origins = ["https://app.example.com"],
///     methods = ["GET", "PUT"],
///     allow_headers = ["content-type"],
/// );
///
/// /// Keeps its own policy.
/// #[cors(origins = "*")]
/// #[get("/status")]
/// async fn status() -> HttpResponse {
///     HttpResponse::Ok().finish()
/// }
///
/// let app = App::new()
///     .service(status)
///     .route("/users", web::put().to(HttpResponse::NoContent))
///     .wrap(Cors::new(DEFAULT));
/// ```
///
/// Wrap an application, a scope or a resource in it, outside of other middleware, that is, in a later call of `wrap`.
/// Of several default policies the innermost decides. A default policy allows the methods that it lists, or else the
/// [CORS-safelisted](https://fetch.spec.whatwg.org/#cors-safelisted-method) ones `GET`, `HEAD` and `POST`. `"*"`
/// allows every method.
///
/// The middleware does not know which handler a request will reach. A preflight is therefore passed to the
/// application first, and the response is replaced unless a handler with `#[cors]` has made it. [The
/// guide](crate::guide::default_policies) says what follows from that. A predicate is called before the application, even
/// for a request that an annotated route handles.
#[derive(Debug, Clone)]
pub struct Cors {
    default: Rc<DefaultPolicy>,
}

impl Cors {
    /// Makes the middleware for a policy: a [`Policy`](crate::Policy) or `&'static Policy`, a
    /// `&'static LazyLock<Policy>`, a function that returns a `&'static Policy`, or a `&'static ReloadablePolicy`.
    /// [`Policy::PUBLIC`](crate::Policy::PUBLIC) is the permissive policy of other libraries.
    #[must_use]
    pub fn new(policy: impl IntoDefaultPolicy) -> Self {
        Self { default: Rc::new(policy.into()) }
    }
}

impl<S, B> Transform<S, ServiceRequest> for Cors
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type InitError = ();
    type Transform = CorsService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        // A policy that is made on first use is made here, so that its panic stops the start.
        drop(self.default.policy());
        let default = Rc::clone(&self.default);
        future::ready(Ok(CorsService { service: Rc::new(service), default, cache: Rc::default() }))
    }
}

#[derive(Debug)]
pub struct CorsService<S> {
    service: Rc<S>,
    default: Rc<DefaultPolicy>,
    cache: Rc<HeaderCache>,
}

impl<S, B> Service<ServiceRequest> for CorsService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = CorsFuture<S, B>;

    forward_ready!(service);

    fn call(&self, service_request: ServiceRequest) -> Self::Future {
        let default = Rc::clone(&self.default);
        let policy = default.policy();
        let decision = decide(Owner::Default(&default), policy.clone(), &service_request).ready();
        let Some(decision) = decision else {
            // The future of the predicate borrows the request, which has to move. So it is made again, in a box.
            let (service, cache) = (Rc::clone(&self.service), Rc::clone(&self.cache));
            let response = Box::pin(async move {
                let decision = decide(Owner::Default(&default), policy, &service_request).wait().await;
                let decision = DeferredDecision::new(default, decision, &service_request, &cache);
                decision.finish(service.call(service_request).await)
            });
            return CorsFuture::Deciding { response };
        };
        let decision = DeferredDecision::new(default, decision, &service_request, &self.cache);
        // The service is called at once, so that middleware outside can see the matched route.
        CorsFuture::Running { response: self.service.call(service_request), decision: Some(decision) }
    }
}

pin_project! {
    /// The response of the application, to be finished when it is ready.
    #[project = CorsFutureProj]
    pub enum CorsFuture<S, B>
    where
        S: Service<ServiceRequest>,
    {
        /// An async predicate runs before the application.
        Deciding { response: Pin<Box<dyn Future<Output = Result<ServiceResponse<EitherBody<B>>, Error>>>> },
        Running {
            #[pin]
            response: S::Future,
            decision: Option<DeferredDecision>,
        },
    }
}

impl<S, B> Future for CorsFuture<S, B>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project() {
            CorsFutureProj::Deciding { response } => response.as_mut().poll(context),
            CorsFutureProj::Running { response, decision } => {
                let result = ready!(response.poll(context));
                // A future is not polled again after it is ready.
                decision.take().map_or(Poll::Pending, |decision| Poll::Ready(decision.finish(result)))
            }
        }
    }
}

/// A decision that applies unless a policy closer to the handler decides.
pub(crate) struct DeferredDecision {
    claim: DefaultClaim,
    action: Action,
    default: Rc<DefaultPolicy>,
    /// The line of the log, if the decision applies.
    explanation: Option<String>,
}

impl DeferredDecision {
    fn new(
        default: Rc<DefaultPolicy>,
        decision: Decision<'static>,
        service_request: &ServiceRequest,
        cache: &HeaderCache,
    ) -> Self {
        let head = service_request.head();
        let label = Label::Path(head.uri.path().as_bytes());
        let explanation = Owner::Default(&default).explanation::<ActixAdapter>(label, Head(head), &decision);
        let action = Action::of(&decision, head, cache);
        Self { claim: Claims::of(service_request).claim_default(), action, default, explanation }
    }

    fn finish<B>(
        self,
        mut result: Result<ServiceResponse<B>, Error>,
    ) -> Result<ServiceResponse<EitherBody<B>>, Error> {
        let Self { claim, action, default, explanation } = self;
        let action = match action {
            // An annotated route excludes the method of the preflight. The default policy must not allow it.
            _ if claim.is_excluded() => Action::Decorate(ResponseHeaders::nothing()),
            _ if !claim.decides() => return result.map(ServiceResponse::map_into_left_body),
            action => {
                log_line::<ActixAdapter>(explanation);
                action
            }
        };
        match action {
            Action::Respond(answer) => replace(result, answer),
            Action::Decorate(headers) => {
                headers.decorate(&mut result, warning(default));
                result.map(ServiceResponse::map_into_left_body)
            }
        }
    }
}

/// Replaces the application's response to a preflight by the policy's.
fn replace<B>(
    result: Result<ServiceResponse<B>, Error>,
    answer: EmptyResponse,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    match result {
        Ok(response) => Ok(response.into_response(answer.response()).map_into_right_body()),
        // An error has no request, which a response needs.
        Err(_) => Err(answer.into()),
    }
}

fn warning(default: Rc<DefaultPolicy>) -> impl Fn(&[String]) {
    move |removed| {
        Owner::Default(&default).warn_removed::<ActixAdapter>(Label::Route(&"the default policy"), removed);
    }
}

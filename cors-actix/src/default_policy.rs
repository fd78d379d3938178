//! The middleware for a default policy: it lets a request go its way, and decides if no policy closer to the handler has.

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
use crate::middleware::decorate;

/// Middleware that gives a policy to whatever has none of its own: handlers without `#[cors]`, routes that are registered
/// by hand, error pages, and paths without a route.
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
/// It stands on an application, a scope or a resource, outside of other middleware, that is, after it in the order of
/// `wrap`; of several the innermost decides. Its methods are those that the policy lists, else the
/// [CORS-safelisted](https://fetch.spec.whatwg.org/#cors-safelisted-method) ones `GET`, `HEAD` and `POST`; `"*"` is all.
///
/// What it cannot know is what would have answered. So a preflight goes into the application first, and its answer is
/// replaced if no handler with `#[cors]` has made it:
///
/// - A handler that serves any method, and one for `OPTIONS`, runs for preflights.
/// - Middleware inside that refuses preflights hides the handlers from them, and the default answers for all, also for
///   `#[cors(same_origin)]`. Authentication belongs into [`SkipPreflight`](crate::skip_preflight::SkipPreflight).
/// - A predicate of a default is asked before the application, also for requests that turn out to be an annotated route's.
#[derive(Debug, Clone)]
pub struct Cors {
    default: Rc<DefaultPolicy>,
}

impl Cors {
    /// The middleware for a policy: a [`Policy`](crate::Policy) or `&'static Policy`, a `&'static LazyLock<Policy>`, a
    /// function that returns a `&'static Policy`, or a `&'static ReloadablePolicy`. [`Policy::PUBLIC`](crate::Policy::PUBLIC)
    /// is what others call permissive.
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
        // One that is made when it is needed first is made here, so that a wrong one stops the start.
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
            let (service, cache) = (Rc::clone(&self.service), Rc::clone(&self.cache));
            let response = Box::pin(async move {
                let decision = decide(Owner::Default(&default), policy, &service_request).wait().await;
                let decision = DeferredDecision::new(default, decision, &service_request, &cache);
                decision.finish(service.call(service_request).await)
            });
            return CorsFuture::Deciding { response };
        };
        let decision = DeferredDecision::new(default, decision, &service_request, &self.cache);
        // Called at once, so that middleware outside can see where it leads.
        CorsFuture::Running { response: self.service.call(service_request), decision: Some(decision) }
    }
}

pin_project! {
    /// The response of the application, which is finished when it comes.
    #[project = CorsFutureProj]
    pub enum CorsFuture<S, B>
    where
        S: Service<ServiceRequest>,
    {
        /// An async predicate is called first.
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

/// A decision that holds if no policy closer to the handler decides.
pub(crate) struct DeferredDecision {
    claim: DefaultClaim,
    action: Action,
    default: Rc<DefaultPolicy>,
    /// The line for the log, if the decision holds.
    report: Option<String>,
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
        let report = Owner::Default(&default).report::<ActixAdapter>(label, Head(head), &decision);
        let action = Action::of(&decision, head, cache);
        Self { claim: Claims::of(service_request).claim_default(), action, default, report }
    }

    fn finish<B>(
        self,
        mut result: Result<ServiceResponse<B>, Error>,
    ) -> Result<ServiceResponse<EitherBody<B>>, Error> {
        let Self { claim, action, default, report } = self;
        let action = match action {
            // The default policy would answer a preflight that an annotated route excludes.
            _ if claim.is_excluded() => Action::Decorate(ResponseHeaders::nothing()),
            _ if !claim.decides() => return result.map(ServiceResponse::map_into_left_body),
            action => {
                log_line::<ActixAdapter>(report);
                action
            }
        };
        match action {
            Action::Respond(answer) => replace(result, answer),
            Action::Decorate(decoration) => {
                decorate(&mut result, decoration, warning(default));
                result.map(ServiceResponse::map_into_left_body)
            }
        }
    }
}

/// Returns the policy's response to a preflight in the place of the application's.
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

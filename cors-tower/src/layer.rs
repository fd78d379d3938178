//! The layer for one policy, and the service that it makes.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use cors_core::__adapter::{HttpHead, Owner};
use cors_core::IntoDefaultPolicy;
use http::{Request, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::adapter::TowerAdapter;
use crate::decide::{MaybeDecided, decide, respond};

/// A layer that gives one policy to a service.
///
/// ```
/// use cors_tower::{Cors, Policy};
/// use tower::ServiceBuilder;
/// # use http::{Request, Response};
///
/// let policy = Policy::builder()
///     .origins(["https://app.example.com"])
///     .methods(["GET", "PUT"])
///     .allow_headers(["content-type"])
///     .build()?;
///
/// let service = ServiceBuilder::new()
///     .layer(Cors::new(policy))
///     .service_fn(async |request: Request<String>| Ok::<_, String>(Response::new(request.into_body())));
/// # let _ = service;
/// # Ok::<(), cors_tower::PolicyError>(())
/// ```
///
/// The service inside takes any body, that of its responses is [`Default`], and it need not be `Clone`. A preflight for a
/// method of the policy is answered at once. Every other request is passed on, and its response, whatever it is, gets the
/// headers of the policy; an `Err` has none to get them.
///
/// A layer knows no route, so its methods are those that the policy lists, else the
/// [CORS-safelisted](https://fetch.spec.whatwg.org/#cors-safelisted-method) ones `GET`, `HEAD` and `POST`; `"*"` is all. It
/// answers preflights for paths that do not exist as well.
///
/// - Outside of authentication, which would refuse preflights: browsers send them without credentials. Of layers that are added
///   one by one (`Router::layer`, `Layer::layer`) it is added last, in a `ServiceBuilder` first.
/// - Once: the outermost decides, and removes the headers of others, with a warning in the log.
#[derive(Debug, Clone)]
pub struct Cors {
    owner: Owner<'static>,
}

impl Cors {
    /// The layer for a policy: a [`Policy`](crate::Policy) or `&'static Policy`, a `&'static LazyLock<Policy>`, a function that
    /// returns a `&'static Policy`, or a `&'static ReloadablePolicy`.
    ///
    /// ```
    /// use std::sync::LazyLock;
    ///
    /// use cors_tower::{Cors, Policy};
    ///
    /// static POLICY: LazyLock<Policy> = LazyLock::new(|| {
    ///     let origins = ["https://app.example.com"]; // as a configuration says
    ///     Policy::builder().origins(origins).build().expect("the configuration is right")
    /// });
    ///
    /// // The policy is made here, so that a wrong one stops the start.
    /// let layer = Cors::new(&POLICY);
    /// ```
    ///
    /// # Panics
    /// If the policy cannot be served: one in a `LazyLock` panics, or a predicate takes the requests of another framework, which the
    /// log says.
    #[must_use]
    pub fn new(policy: impl IntoDefaultPolicy) -> Self {
        let owner = Owner::Default(policy.into());
        assert!(owner.can_start::<TowerAdapter>(), "the policy cannot be served; the log says why");
        Self { owner }
    }
}

impl<S> Layer<S> for Cors {
    type Service = CorsService<S>;

    fn layer(&self, service: S) -> CorsService<S> {
        CorsService { service, owner: self.owner.clone() }
    }
}

/// A service with a policy, made by [`Cors`].
#[derive(Debug, Clone)]
pub struct CorsService<S> {
    service: S,
    owner: Owner<'static>,
}

impl<S, B, R> Service<Request<B>> for CorsService<S>
where
    S: Service<Request<B>, Response = Response<R>>,
    R: Default,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = CorsFuture<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let decision = decide(self.owner.clone(), &mut request);
        let is_passed_on = decision.is_passed_on(HttpHead::from(&request));
        let response = if is_passed_on { Some(self.service.call(request)) } else { None };
        CorsFuture { decision, response }
    }
}

pin_project! {
    /// The response of a [`CorsService`].
    pub struct CorsFuture<F> {
        decision: MaybeDecided,
        // `None` for a request that the policy answers.
        #[pin]
        response: Option<F>,
    }
}

impl<F, R, E> Future for CorsFuture<F>
where
    F: Future<Output = Result<Response<R>, E>>,
    R: Default,
{
    type Output = Result<Response<R>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        // Logged before the service responds, which it may never do.
        let decided = ready!(this.decision.poll_decided(context)).logged();
        let Some(service) = this.response.as_pin_mut() else {
            return Poll::Ready(Ok(respond(Some(decided))));
        };
        let mut response = ready!(service.poll(context))?;
        decided.decorate(&mut response);
        Poll::Ready(Ok(response))
    }
}

cors_core::__missing_functions!(
    Cors,
    Permissive::permissive: "a `Cors` has no permissive default; write `Cors::new(Policy::PUBLIC)`, with which every site that a visitor opens can read everything",
    WithoutPolicy::default: "a `Cors` has no policy by default; write `Cors::new(policy!(origins = […]))`, or `Cors::new(Policy::PUBLIC)` for a public API"
);

//! The service around a router, which answers preflights and adds the headers.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::handler::Handler;
use axum::response::{IntoResponse as _, Response};
use axum::routing::future::RouteFuture;
use axum::routing::{MethodFilter, MethodRouter, on};
use axum::serve::{IncomingStream, Listener};
use cors_core::__private::{Adapter as _, HttpHead, Label, Level, Owner, log_line, vague_preflight};
use cors_core::http::HttpDecision;
use cors_tower::__private::{MaybeDecided, TowerAdapter, decide};
use http::header::ACCESS_CONTROL_REQUEST_METHOD;
use http::{Method, Request, StatusCode};
use pin_project_lite::pin_project;
use tower_service::Service;

use crate::ask;
use crate::ask::{AxumChanged, chosen};
use crate::report::{AnnotatedHandler, Chosen};

/// A router whose handlers with `#[cors]` have their policies. It stands outside of everything else.
///
/// ```no_run
/// use axum::Router;
/// use axum::routing::{get, put};
/// use cors_axum::{Cors, cors};
///
/// #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
/// async fn update() -> &'static str {
///     "updated"
/// }
///
/// # #[tokio::main]
/// # async fn main() -> std::io::Result<()> {
/// let app = Router::new().route("/users", put(update));
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:8000").await?;
/// axum::serve(listener, Cors::new(app)).await
/// # }
/// ```
///
/// A preflight is answered by the policy of the handler that serves the requested method, and runs nothing: no handler, no
/// extractor, no layer. Every other request goes its way, and the response, whatever it is and whoever made it, gets the
/// headers of that policy.
///
/// A router does not say what a service inside of it holds, if it was given as a whole: by `route_service`,
/// `nest_service`, `fallback_service`, `any` or `fallback`. Preflights for what is in there are refused with 403, and the log
/// says so. [`any`] of this crate and `Cors::new(inner)` around the router in there are open.
#[derive(Debug, Clone)]
pub struct Cors {
    router: Router,
    /// Set if the router says whose handler it would call.
    is_open: bool,
}

impl Cors {
    /// Puts the policies of its handlers around a router that has its state.
    ///
    /// # Panics
    /// In debug builds, if [`Cors::check`] fails. In release builds that is an error in the log, and no page of another
    /// origin is allowed.
    #[must_use]
    pub fn new(router: Router) -> Self {
        let checked = Self::check();
        debug_assert_eq!(checked, Ok(()), "{AxumChanged}");
        if let Err(error) = checked {
            TowerAdapter::log(Level::Error, &error);
        }
        // Made once, as by `axum::serve`, and not for each request.
        Self { router: router.with_state(()), is_open: checked.is_ok() }
    }

    /// Checks that this version of axum behaves as this crate relies on, for tests of an application.
    ///
    /// # Errors
    /// If it does not, so that no page of another origin would be allowed.
    pub fn check() -> Result<(), AxumChanged> {
        ask::check()
    }

    /// Returns whose handler serves a method.
    fn chosen<B>(&mut self, method: &Method, request: &Request<B>) -> Chosen {
        match self.is_open {
            true => chosen(&mut self.router, method, request.uri()),
            false => Chosen::Nobody,
        }
    }

    /// Returns whose policy answers a preflight. A handler that serves the requested method to its own origin alone does
    /// not.
    fn chosen_for_preflight<B>(&mut self, request: &Request<B>) -> Chosen {
        let requested = request.headers().get(ACCESS_CONTROL_REQUEST_METHOD);
        let Some(method) = requested.and_then(|method| Method::from_bytes(method.as_bytes()).ok()) else {
            return Chosen::Nobody;
        };
        let preflight = cors_core::Request::of(HttpHead::from(request));
        match self.chosen(&method, request) {
            Chosen::Handler(handler) if handler.endpoint.preflight_policy(&preflight).is_none() => {
                log_excluded(handler, request);
                Chosen::Nobody
            }
            chosen => chosen,
        }
    }

    fn pass_on(&mut self, request: Request<Body>) -> CorsFuture {
        CorsFuture { kind: Kind::PassedOn { response: self.router.call(request) } }
    }
}

/// Logs that a handler serves the requested method to its own origin alone.
fn log_excluded<B>(handler: &AnnotatedHandler, request: &Request<B>) {
    if TowerAdapter::logs_debug() {
        let (head, path) = (HttpHead::from(request), Label::Path(request.uri().path().as_bytes()));
        let decision = handler.endpoint.decide(&cors_core::Request::with_server_names(head));
        Owner::Route(&handler.endpoint).log_explanation::<TowerAdapter>(path, head, &decision);
    }
}

impl<B> Service<Request<B>> for Cors
where
    B: HttpBody<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static,
{
    type Response = Response;
    type Error = Infallible;
    type Future = CorsFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> CorsFuture {
        let request = request.map(Body::new);
        let head = HttpHead::from(&request);
        let is_preflight = cors_core::Request::of(head).is_preflight();
        let chosen = match is_preflight {
            true => self.chosen_for_preflight(&request),
            false => self.chosen(request.method(), &request),
        };
        let handler = match chosen {
            Chosen::Handler(handler) => handler,
            Chosen::Vague if is_preflight => {
                let path = request.uri().path().as_bytes();
                log_line::<TowerAdapter>(vague_preflight::<TowerAdapter>(path, head));
                return CorsFuture { kind: Kind::Refused };
            }
            Chosen::Vague | Chosen::Nobody => return self.pass_on(request),
        };
        let (decision, request) = decide(&&handler.endpoint, request);
        let is_left = matches!(decision, MaybeDecided::Decided(Some(HttpDecision::Decorate(_))));
        // The policy was replaced meanwhile by one that leaves the method out.
        if is_preflight && is_left {
            return self.pass_on(request);
        }
        let is_answered =
            is_preflight || matches!(decision, MaybeDecided::Decided(Some(HttpDecision::Respond(_))));
        let response = (!is_answered).then(|| self.router.call(request));
        CorsFuture { kind: Kind::Decided { decision, handler, response } }
    }
}

/// For `axum::serve(listener, Cors::new(router))`.
impl<L: Listener> Service<IncomingStream<'_, L>> for Cors {
    type Response = Self;
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: IncomingStream<'_, L>) -> Self::Future {
        ready(Ok(self.clone()))
    }
}

/// `router.cors()` beside [`Cors::new`].
pub trait RouterExt {
    /// The same as [`Cors::new`], as a router again.
    fn cors(self) -> Router;
}

impl RouterExt for Router {
    fn cors(self) -> Router {
        Self::new().fallback_service(Cors::new(self))
    }
}

pin_project! {
    /// The response of [`Cors`].
    pub struct CorsFuture {
        #[pin]
        kind: Kind,
    }
}

pin_project! {
    #[project = KindProj]
    enum Kind {
        /// Nobody knows whose preflight it is.
        Refused,
        /// No annotated handler serves the request.
        PassedOn {
            #[pin]
            response: RouteFuture<Infallible>,
        },
        /// The policy of a handler decides.
        Decided {
            decision: MaybeDecided,
            handler: &'static AnnotatedHandler,
            // `None` for a request that the policy answers.
            #[pin]
            response: Option<RouteFuture<Infallible>>,
        },
    }
}

impl Future for CorsFuture {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let (decision, handler, response) = match self.project().kind.project() {
            KindProj::Refused => return Poll::Ready(Ok(StatusCode::FORBIDDEN.into_response())),
            KindProj::PassedOn { response } => return response.poll(context),
            KindProj::Decided { decision, handler, response } => (decision, handler, response),
        };
        if let MaybeDecided::Deciding(future) = decision {
            *decision = MaybeDecided::Decided(Some(ready!(future.as_mut().poll(context))));
        }
        let mut response = match response.as_pin_mut() {
            Some(response) => ready!(response.poll(context))?,
            None => Response::default(),
        };
        // A future is not polled again after it is ready.
        let MaybeDecided::Decided(decision) = decision else { return Poll::Pending };
        match decision.take() {
            Some(HttpDecision::Respond(empty)) => response = empty.map(|()| Body::empty()),
            Some(HttpDecision::Decorate(decoration)) => {
                let removed = decoration.replace(response.headers_mut());
                let owner = Owner::Route(&handler.endpoint);
                owner.warn_removed::<TowerAdapter>(Label::Route(&handler.name), &removed);
            }
            None => return Poll::Pending,
        }
        Poll::Ready(Ok(response))
    }
}

/// Routes every method to one handler, as [`axum::routing::any`] does for methods that nobody has heard of as well, by which
/// a router does not say what it would call.
///
/// ```
/// use axum::Router;
/// use cors_axum::{any, cors};
///
/// #[cors(origins = ["https://app.example.com"])]
/// async fn echo(method: axum::http::Method) -> String {
///     method.to_string()
/// }
///
/// let app: Router = Router::new().route("/echo", any(echo));
/// ```
pub fn any<H, T, S>(handler: H) -> MethodRouter<S, Infallible>
where
    H: Handler<T, S>,
    T: 'static,
    S: Clone + Send + Sync + 'static,
{
    let reading = MethodFilter::GET.or(MethodFilter::HEAD).or(MethodFilter::OPTIONS).or(MethodFilter::TRACE);
    let writing = MethodFilter::POST.or(MethodFilter::PUT).or(MethodFilter::PATCH).or(MethodFilter::DELETE);
    on(reading.or(writing).or(MethodFilter::CONNECT), handler)
}

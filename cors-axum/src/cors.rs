//! The service around a router, which answers preflights and adds the headers.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Bytes, HttpBody};
use axum::response::Response;
use axum::serve::{IncomingStream, Listener};
use cors_core::__private::{Adapter as _, HttpHead, Label, Level, Owner, log_line, vague_preflight};
use cors_core::http::HttpDecision;
use cors_core::{DefaultPolicy, Policy};
use cors_tower::__private::{MaybeDecided, TowerAdapter, decide};
use http::header::ACCESS_CONTROL_REQUEST_METHOD;
use http::{Method, Request};
use tower_service::Service;

use crate::ask;
use crate::ask::{AxumChanged, chosen};
use crate::future::{CorsFuture, Routed};
use crate::report::{AnnotatedHandler, Asking, Chosen, Expected, listed, report_cors};
use crate::request::{Decider, Kept};

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
#[derive(Debug)]
pub struct Cors {
    router: Router,
    /// Set if the router says whose handler it would call.
    is_open: bool,
    /// The annotated handlers of the router.
    pub(crate) handlers: Arc<[&'static AnnotatedHandler]>,
    /// Set if one of them needs the whole head of a request.
    needs_head: bool,
    pub(crate) default: Option<Arc<DefaultPolicy>>,
}

impl Cors {
    /// Puts the policies of its handlers around a router that has its state.
    ///
    /// # Panics
    /// If a policy cannot be served: one in a `LazyLock` panics, or `enforce` refuses nothing because the policy allows any
    /// origin, which the log says.
    ///
    /// In debug builds, if [`Cors::check`] fails. In release builds that is an error in the log, and no page of another
    /// origin is allowed.
    #[must_use]
    pub fn new(router: Router) -> Self {
        let checked = Self::check();
        debug_assert_eq!(checked, Ok(()), "{AxumChanged}");
        if let Err(error) = checked {
            TowerAdapter::log(Level::Error, &error);
        }
        // While there is a second one, the first copies what it has, so that every handler is cloned once. It is made here, as
        // by `axum::serve`, and not for each request.
        let second = router.clone();
        let (router, handlers) = listed(|| router.with_state(()));
        drop(second);
        let can_start = handlers.iter().fold(true, |can_start, handler| handler.can_start() && can_start);
        assert!(can_start, "a policy of a handler cannot be served; the log says why");
        let needs_head = handlers.iter().any(|handler| handler.endpoint.decides_before_handler());
        let cors =
            Self { router, is_open: checked.is_ok(), handlers: handlers.into(), needs_head, default: None };
        cors
    }

    /// Checks that this version of axum behaves as this crate relies on, for tests of an application.
    ///
    /// # Errors
    /// If it does not, so that no page of another origin would be allowed.
    pub fn check() -> Result<(), AxumChanged> {
        ask::check()
    }

    /// Returns whose handler serves the requested method of a preflight.
    fn chosen_for_preflight<B>(&self, request: &Request<B>) -> Chosen {
        let requested = request.headers().get(ACCESS_CONTROL_REQUEST_METHOD);
        match requested.and_then(|method| Method::from_bytes(method.as_bytes()).ok()) {
            Some(method) => chosen(&self.router, method, request.uri()),
            None => Chosen::Nobody,
        }
    }

    /// Answers a preflight by the policy of the handler that serves the requested method, else by the default policy.
    fn preflight<B: AxumBody>(&mut self, mut request: Request<B>) -> CorsFuture {
        let head = HttpHead::from(&request);
        let preflight = cors_core::Request::of(head);
        let decider = match (self.chosen_for_preflight(&request), &self.default) {
            (Chosen::Handler(handler), _) if handler.endpoint.preflight_policy(&preflight).is_none() => {
                log_excluded(handler, &request);
                return self.pass_on(request, Some(handler));
            }
            (Chosen::Handler(handler), _) => Decider::Handler(handler),
            (Chosen::Vague, _) => {
                let path = request.uri().path().as_bytes();
                log_line::<TowerAdapter>(vague_preflight::<TowerAdapter>(path, head));
                return CorsFuture::refused();
            }
            (Chosen::Nobody, Some(default)) => Decider::Default(Arc::clone(default)),
            (Chosen::Nobody | Chosen::Cors, _) => return self.pass_on(request, None),
        };
        match decide(&decider, &mut request) {
            MaybeDecided::Decided(Some(HttpDecision::Decorate(_))) => self.pass_on(request, None),
            decision => CorsFuture::answered(decision),
        }
    }

    /// Calls the router, and decides by the policy of the handler that it chooses. A preflight comes here if nobody answers it;
    /// `excluding` is the handler that serves the requested method to its own origin alone.
    fn pass_on<B: AxumBody>(
        &mut self,
        request: Request<B>,
        excluding: Option<&'static AnnotatedHandler>,
    ) -> CorsFuture {
        let kept = Kept::of(&request, self.needs_head());
        let asking = Asking::begin();
        let response = self.router.call(request);
        let chosen = asking.chosen();
        let (routed, expected) = self.route(kept, chosen, excluding);
        CorsFuture::routed(response, chosen, routed, expected)
    }

    /// Decides a request that the router has.
    fn route(
        &self,
        kept: Kept,
        chosen: Chosen,
        excluding: Option<&'static AnnotatedHandler>,
    ) -> (Option<Routed>, Option<Expected>) {
        let handler = match (chosen, excluding, &self.default) {
            // It refuses what comes to it in place of the handler that was asked for.
            (Chosen::Handler(handler), ..) if kept.is_preflight() && handler.endpoint.is_enforced() => {
                return (None, None);
            }
            (Chosen::Handler(handler), ..) => handler,
            (Chosen::Nobody, Some(handler), _) => {
                let decider = Decider::Handler(handler);
                return (Some(Routed { decision: nothing_allowed(), decider, unsure: None }), None);
            }
            (Chosen::Nobody, None, Some(default)) => {
                let decider = Decider::Default(Arc::clone(default));
                return (Some(Routed { decision: kept.decide(&decider), decider, unsure: None }), None);
            }
            _ => return (None, None),
        };
        let decider = Decider::Handler(handler);
        let (decision, expected) = (kept.decide(&decider), Expected::new(handler, kept.method()));
        let unsure = Some((self.router.clone(), kept.into_uri()));
        (Some(Routed { decision, decider, unsure }), Some(expected))
    }

    /// Reports whether a policy may need more of a request than method and origin.
    fn needs_head(&self) -> bool {
        self.needs_head || self.default.as_ref().is_some_and(|default| default.has_predicate())
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

/// Returns the decision that removes what only a policy may set.
fn nothing_allowed() -> MaybeDecided {
    static CLOSED: Policy = Policy::SAME_ORIGIN;
    let decision = CLOSED.decide_without_route(&cors_core::Request::default());
    MaybeDecided::Decided(Some(HttpDecision::of_actual(decision, None)))
}

impl Clone for Cors {
    /// Reports itself to another `Cors` that asks a router.
    fn clone(&self) -> Self {
        report_cors();
        Self {
            router: self.router.clone(),
            is_open: self.is_open,
            handlers: Arc::clone(&self.handlers),
            needs_head: self.needs_head,
            default: self.default.clone(),
        }
    }
}

/// A body that axum takes.
trait AxumBody: HttpBody<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static {}

impl<B: HttpBody<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static> AxumBody for B {}

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
        if !self.is_open {
            return CorsFuture::routed(self.router.call(request), Chosen::Nobody, None, None);
        }
        let is_preflight = || cors_core::Request::of(HttpHead::from(&request)).is_preflight();
        match request.method() == Method::OPTIONS && is_preflight() {
            true => self.preflight(request),
            false => self.pass_on(request, None),
        }
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

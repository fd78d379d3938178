//! Asking a router which handler it would call.
//!
//! A router chooses a handler and clones it into a future, which is lazy: nothing of the application runs before it is
//! polled. The clone reports the handler, and the future is dropped. axum does not promise this, so [`CHECKED`] asks a router of
//! its own.

use std::sync::{Arc, LazyLock};
use std::{fmt, ptr};

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use cors_core::__adapter::NamedEndpoint;
use cors_macros::axum as cors;
use cors_tower::__adapter::TowerAdapter;
use http::{Method, Request, Uri};
use tower_service::Service as _;

use crate::lent::Lent;
use crate::report::{Chosen, ListedHandler, REPORTS, Reports, report_cors};

/// A router whose handlers are listed.
#[derive(Debug)]
pub(crate) struct ListedRouter {
    pub(crate) router: Router,
    list: Arc<[ListedHandler]>,
}

impl ListedRouter {
    /// Lists the handlers of a router that has its state.
    pub(crate) fn new(router: Router) -> Self {
        // `with_state` makes all handlers services once, as in `axum::serve`, and not for each request. While there is a second
        // router, the first copies what they share, so that each handler is cloned once.
        let second = router.clone();
        let mut reports = Reports::Listed(Vec::new());
        let listing = Lent::begin(&REPORTS, &mut reports);
        let router = router.with_state(());
        drop((listing, second));
        let list = if let Reports::Listed(list) = reports { list } else { Vec::new() };
        Self { router, list: list.into() }
    }

    /// Returns the handlers, sorted by name.
    pub(crate) fn handlers(&self) -> Vec<&'static NamedEndpoint> {
        let mut handlers: Vec<_> = self.list.iter().map(|listed| listed.handler).collect();
        handlers.sort_by_key(|handler| (handler.name, ptr::from_ref(*handler).addr()));
        handlers.dedup();
        handlers
    }

    /// Asks which handler the router would call. The body is empty, and the future is dropped before it is polled.
    fn ask(&self, method: &[u8], uri: &Uri) -> Chosen {
        let Ok(method) = Method::from_bytes(method) else { return Chosen::None };
        let mut request = Request::new(Body::empty());
        *request.method_mut() = method;
        *request.uri_mut() = uri.clone();
        let mut router = self.router.clone();
        let mut reports = Reports::Asked(Chosen::None);
        let asking = Lent::begin(&REPORTS, &mut reports);
        drop(router.call(request));
        drop(asking);
        self.chosen(&reports)
    }

    /// Returns the choice of a router by the reports for it. A handler that is not in the list, at its place, is that of another router.
    pub(crate) fn chosen(&self, reports: &Reports) -> Chosen {
        match *reports {
            Reports::Asked(Chosen::Handler(handler, place))
                if self.list.get(place).is_none_or(|listed| listed.handler != handler) =>
            {
                Chosen::Vague
            }
            Reports::Asked(chosen) => chosen,
            Reports::Ignored | Reports::Listed(_) => Chosen::Vague,
        }
    }

    /// Returns the handler that serves a request, as far as the router tells.
    pub(crate) fn serving(&self, method: &[u8], uri: &Uri) -> Chosen {
        match self.ask(method, uri) {
            Chosen::Handler(_, place) if !self.is_certain(place, uri) => Chosen::Vague,
            chosen => chosen,
        }
    }

    /// Reports whether the router calls the handler at a place, which was chosen for a request to `uri`, for some methods alone.
    ///
    /// A service that was given to the router as a whole is cloned with all that it holds, for any method. So a handler counts
    /// only if it is not cloned for a method that no router knows. That is asked once, since a place has its methods for good. Then
    /// the log warns of `methods` of the attribute for which the router does not call it, either.
    pub(crate) fn is_certain(&self, place: usize, uri: &Uri) -> bool {
        let Some(ListedHandler { handler, is_certain }) = self.list.get(place) else { return false };
        let is_unserved = |method: &&str| match self.ask(method.as_bytes(), uri) {
            Chosen::None | Chosen::Cors => true,
            Chosen::Handler(other, _) => other != *handler,
            Chosen::Vague => false,
        };
        let mut unserved = Vec::new();
        let is_certain = *is_certain.get_or_init(|| {
            unserved.extend(handler.endpoint.listed_methods().filter(is_unserved));
            is_unserved(&"NO-SUCH-METHOD")
        });
        // Other requests for this place do not wait for the log.
        handler.warn_of_unserved::<TowerAdapter>(&unserved, uri.path());
        is_certain
    }
}

impl Clone for ListedRouter {
    /// Reports the `Cors` that is cloned with it to another one that asks a router.
    fn clone(&self) -> Self {
        report_cors();
        Self { router: self.router.clone(), list: Arc::clone(&self.list) }
    }
}

/// The error of [`Cors::check`](crate::cors::Cors::check): this version of axum does not say which handler it would call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AxumChanged;

impl fmt::Display for AxumChanged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "this version of axum no longer clones the handler of a request before its future is polled, so no page of \
             another origin is allowed; use an earlier version of axum, or a later one of cors-axum",
        )
    }
}

impl std::error::Error for AxumChanged {}

/// Asks a router with one route, once, before any router is listed: a probe that is cloned while another `Cors` lists its handlers would
/// be in that list.
pub(crate) static CHECKED: LazyLock<Result<(), AxumChanged>> = LazyLock::new(|| {
    let router = ListedRouter::new(Router::new().route("/", get(probe)));
    let (path, elsewhere) = (Uri::from_static("/"), Uri::from_static("/elsewhere"));
    let is_right = matches!(router.serving(b"GET", &path), Chosen::Handler(..))
        && matches!(router.serving(b"PUT", &path), Chosen::None)
        && matches!(router.serving(b"GET", &elsewhere), Chosen::None);
    is_right.then_some(()).ok_or(AxumChanged)
});

/// The handler of [`CHECKED`], which is never called.
#[cors(same_origin, crate = crate)]
async fn probe() {}

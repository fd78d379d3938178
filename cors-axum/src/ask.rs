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
use cors_core::__adapter::{Adapter as _, Level, unserved_methods};
use cors_macros::axum as cors;
use cors_tower::__adapter::TowerAdapter;
use http::{Method, Request, Uri};
use tower_service::Service as _;

use crate::annotated::AnnotatedHandler;
use crate::report::{Chosen, ListedHandler, Reporting, report_cors};

/// A router whose handlers are listed.
#[derive(Debug)]
pub(crate) struct ListedRouter {
    pub(crate) router: Router,
    list: Arc<[ListedHandler]>,
}

impl ListedRouter {
    /// Lists the handlers of a router that has its state.
    pub(crate) fn new(router: Router) -> Self {
        // While there is a second one, the first copies what it has, so that every handler is cloned once. It is made here, as
        // by `axum::serve`, and not for each request.
        let second = router.clone();
        let listing = Reporting::list();
        let router = router.with_state(());
        let list = listing.listed().into();
        drop(second);
        Self { router, list }
    }

    /// Returns the handlers, sorted by name.
    pub(crate) fn handlers(&self) -> Vec<&'static AnnotatedHandler> {
        let mut handlers: Vec<_> = self.list.iter().map(|listed| listed.handler).collect();
        handlers.sort_by_key(|handler| (handler.name, ptr::from_ref(*handler).addr()));
        handlers.dedup();
        handlers
    }

    /// Asks which handler the router would call. The body is empty, and the future is dropped before it is polled.
    pub(crate) fn ask(&self, method: Method, uri: &Uri) -> Chosen {
        let mut request = Request::new(Body::empty());
        *request.method_mut() = method;
        *request.uri_mut() = uri.clone();
        let mut router = self.router.clone();
        let question = Reporting::ask();
        drop(router.call(request));
        self.known(question.chosen())
    }

    /// Returns what a router has chosen, if that is in the list. The list of another router has other places.
    pub(crate) fn known(&self, chosen: Chosen) -> Chosen {
        match chosen {
            Chosen::Handler(handler, place)
                if self.list.get(place).is_none_or(|listed| listed.handler != handler) =>
            {
                Chosen::Vague
            }
            chosen => chosen,
        }
    }

    /// Returns the handler that serves a request, as far as the router tells.
    pub(crate) fn serving(&self, method: Method, uri: &Uri) -> Chosen {
        match self.ask(method, uri) {
            Chosen::Handler(handler, place) if !self.is_certain(handler, place, uri) => Chosen::Vague,
            chosen => chosen,
        }
    }

    /// Reports whether the router calls the handler at a place, which was chosen for a request to `uri`, for some methods alone.
    ///
    /// A service that was given to the router as a whole is cloned with all that it holds, for any method. So a handler counts
    /// only if it is not cloned for a method that no router knows. That is asked once, since a place has its methods for good.
    pub(crate) fn is_certain(&self, handler: &'static AnnotatedHandler, place: usize, uri: &Uri) -> bool {
        let Some(listed) = self.list.get(place) else { return false };
        let mut is_first = false;
        let is_certain = *listed.is_certain.get_or_init(|| {
            is_first = true;
            match self.ask(UNKNOWN.clone(), uri) {
                Chosen::None | Chosen::Cors => true,
                Chosen::Handler(other, _) => other != handler,
                Chosen::Vague => false,
            }
        });
        if is_first && is_certain {
            self.warn_unserved(handler, uri);
        }
        is_certain
    }

    /// Warns of `methods` that the attribute of a handler lists although the router does not call it for them at this path.
    fn warn_unserved(&self, handler: &'static AnnotatedHandler, uri: &Uri) {
        let is_unserved = |method: &&str| {
            let chosen = Method::from_bytes(method.as_bytes()).map(|method| self.ask(method, uri));
            match chosen {
                Ok(Chosen::Handler(other, _)) => other != handler,
                Ok(Chosen::Vague) => false,
                Ok(Chosen::None | Chosen::Cors) | Err(_) => true,
            }
        };
        let methods: Vec<&str> = handler.endpoint.listed_methods().filter(is_unserved).collect();
        if !methods.is_empty() {
            TowerAdapter::log(Level::Warn, &unserved_methods(handler.name, &methods, uri.path()));
        }
    }
}

impl Clone for ListedRouter {
    /// Reports the `Cors` that is cloned with it to another one that asks a router.
    fn clone(&self) -> Self {
        report_cors();
        Self { router: self.router.clone(), list: Arc::clone(&self.list) }
    }
}

/// A method that no router knows. The fallback to `GET` is unreachable, and would make every handler uncertain.
static UNKNOWN: LazyLock<Method> =
    LazyLock::new(|| Method::from_bytes(b"NO-SUCH-METHOD").unwrap_or(Method::GET));

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

/// Asks a router with one route, once. A `Cors` that a layer makes while another one lists its handlers would add this one to
/// the list.
pub(crate) static CHECKED: LazyLock<Result<(), AxumChanged>> = LazyLock::new(|| {
    let router = ListedRouter::new(Router::new().route("/", get(probe)));
    let (path, elsewhere) = (Uri::from_static("/"), Uri::from_static("/elsewhere"));
    let is_right = matches!(router.serving(Method::GET, &path), Chosen::Handler(..))
        && matches!(router.serving(Method::PUT, &path), Chosen::None)
        && matches!(router.serving(Method::GET, &elsewhere), Chosen::None);
    is_right.then_some(()).ok_or(AxumChanged)
});

/// The handler of [`CHECKED`], which is never called.
#[cors(same_origin, crate = crate)]
async fn probe() {}

//! Asking a router which handler it would call.
//!
//! A router chooses a handler and clones it into a future, which is lazy: nothing of the application runs before it is
//! polled. The clone reports the handler, and the future is dropped. axum does not promise this, so [`check`] asks a router of
//! its own.

use std::fmt;
use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use cors_macros::axum as cors;
use http::{Method, Request, Uri};
use tower_service::Service as _;

use crate::annotated::AnnotatedHandler;
use crate::report::{Asking, Chosen};

/// Returns the handler that would serve a request, as far as the router tells.
pub(crate) fn chosen(router: &Router, method: Method, uri: &Uri) -> Chosen {
    match asked(router, method, uri) {
        Chosen::Handler(handler) if !is_certain(router, handler, uri) => Chosen::Vague,
        chosen => chosen,
    }
}

/// Reports whether a handler that was cloned for a method serves that method.
///
/// A service that was given to the router as a whole is cloned with all that it holds, for any method. So a handler counts
/// only if it is not cloned for a method that no router knows.
pub(crate) fn is_certain(router: &Router, handler: &'static AnnotatedHandler, uri: &Uri) -> bool {
    match asked(router, UNKNOWN.clone(), uri) {
        Chosen::None | Chosen::Cors => true,
        Chosen::Handler(other) => !std::ptr::eq(other, handler),
        Chosen::Vague => false,
    }
}

/// A method that no router knows. The fallback to `GET` is unreachable, and would make every handler uncertain.
static UNKNOWN: LazyLock<Method> =
    LazyLock::new(|| Method::from_bytes(b"NO-SUCH-METHOD").unwrap_or(Method::GET));

/// Asks once. The body is empty, and the future is dropped before it is polled.
fn asked(router: &Router, method: Method, uri: &Uri) -> Chosen {
    let mut request = Request::new(Body::empty());
    *request.method_mut() = method;
    *request.uri_mut() = uri.clone();
    let mut router = router.clone();
    let asking = Asking::begin();
    drop(router.call(request));
    asking.end()
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

/// Asks a router with one route.
pub(crate) fn check() -> Result<(), AxumChanged> {
    let router = Router::new().route("/", get(probe));
    let (path, elsewhere) = (Uri::from_static("/"), Uri::from_static("/elsewhere"));
    let is_right = matches!(chosen(&router, Method::GET, &path), Chosen::Handler(_))
        && matches!(chosen(&router, Method::PUT, &path), Chosen::None)
        && matches!(chosen(&router, Method::GET, &elsewhere), Chosen::None);
    is_right.then_some(()).ok_or(AxumChanged)
}

/// The handler of [`check`], which is never called.
#[cors(same_origin, crate = crate)]
async fn probe() {}

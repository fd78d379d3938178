//! An annotated route.

use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::dev::RequestHead;
use cors_core::{Endpoint, Inventory, Request};

use crate::decoration::{request, request_with_site};
use crate::middleware::Middleware;

/// A path of an annotated handler, with the methods that it serves there and its policy.
#[derive(Debug)]
pub struct Route {
    path: &'static str,
    pub(crate) endpoint: Endpoint,
    /// Whether a worker has registered it.
    registered: AtomicBool,
}

impl Route {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(path: &'static str, endpoint: Endpoint) -> Self {
        Self { path, endpoint, registered: AtomicBool::new(false) }
    }

    #[doc(hidden)]
    #[must_use]
    pub fn middleware(&'static self) -> Middleware {
        Middleware { route: self }
    }

    /// The path as the route attribute has it, without the prefixes of scopes.
    pub(crate) fn path(&self) -> &'static str {
        self.path
    }

    /// Whether this is the first time that it is registered, which each worker does.
    pub(crate) fn is_first_registration(&self) -> bool {
        !self.registered.swap(true, Ordering::Relaxed)
    }

    /// What a decision looks at.
    pub(crate) fn facts<'r>(&self, head: &'r RequestHead) -> Request<'r> {
        if self.endpoint.is_enforced() { request_with_site(head) } else { request(head) }
    }
}

/// A handler with `#[cors(…)]`, for [`inventory`].
pub trait Annotated {
    /// The handler's routes, one for each path.
    #[doc(hidden)]
    fn routes(&self) -> &'static [Route];
}

/// The routes of handlers with `#[cors(…)]`: as data, and as a table.
///
/// In a test it notices when a route becomes public by accident. [`Inventory`] explains the table. Handlers know the prefix of a
/// `#[scope("…")]` module, but not those of `web::scope`; [`Inventory::under`] adds one. What has no annotation is not listed,
/// whatever a default policy gives it.
///
/// ```
/// use actix_web::{HttpResponse, Responder, get, put};
/// use cors_actix::cors;
///
/// #[cors(origins = "*")]
/// #[get("/articles/{id}")]
/// async fn show() -> impl Responder {
///     HttpResponse::Ok()
/// }
///
/// #[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
/// #[put("/articles/{id}")]
/// async fn update() -> impl Responder {
///     HttpResponse::Ok()
/// }
///
/// assert_eq!(
///     cors_actix::inventory(&[&show, &update]).under("/api").to_string(),
///     r#"* GET  /api/articles/{id}  origins = ["*"]
///   PUT  /api/articles/{id}  origins = ["https://app.example.com"], enforce = "unsafe_methods"
/// "#
/// );
/// ```
#[must_use]
pub fn inventory(handlers: &[&dyn Annotated]) -> Inventory {
    let routes = handlers.iter().flat_map(|handler| handler.routes());
    Inventory::of(routes.map(|route| (route.path(), &route.endpoint)))
}

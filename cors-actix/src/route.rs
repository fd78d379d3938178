//! An annotated route.

use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::dev::{RequestHead, ServiceResponse};
use actix_web::guard::Guard;
use cors_core::__private::RoutePath;
use cors_core::{Endpoint, Inventory, Request};

use crate::decoration::{request, request_with_site};
use crate::gate::Gate;
use crate::middleware::Middleware;
use crate::report;
use crate::service::{Factory, wrapped};

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

    /// This service with the headers of the policy, and with its preflights answered.
    #[doc(hidden)]
    pub fn around<S: Factory<Response = ServiceResponse>>(
        &'static self,
        service: S,
    ) -> impl Factory<Response = ServiceResponse> {
        wrapped(service, Middleware { route: self })
    }

    /// The path as the route attribute has it, without the prefixes of scopes.
    pub(crate) fn path(&self) -> &'static str {
        self.path
    }

    /// The guard of a service that takes requests with these methods which pass these `guards`; made when the service is
    /// registered.
    #[doc(hidden)]
    #[must_use]
    pub fn gate(&'static self, methods: &[&str], guards: Vec<Box<dyn Guard>>) -> impl Guard + use<> {
        // One that is made when it is needed first is made here, so that a wrong one stops the start.
        drop(self.endpoint.policy());
        // Each worker registers it.
        if !self.registered.swap(true, Ordering::Relaxed) {
            self.announce();
        }
        Gate::new(self, methods, guards)
    }

    fn announce(&'static self) {
        if self.endpoint.is_enforced_in_vain() {
            log::error!(target: "cors", "`enforce` on {} refuses nobody, since its policy allows any origin", RoutePath(&self.path));
        }
        report::of_launch(&Inventory::of([(self.path, &self.endpoint)]));
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

//! An annotated route.

use std::fmt;

use actix_web::dev::RequestHead;
use cors_core::{Endpoint, PolicyRef, Request};

use crate::decoration::{request, request_with_site};
use crate::middleware::Middleware;

/// A path of an annotated handler, with the methods that it serves there to other origins and its policy.
///
/// Its `Display` is the line of an inventory: `GET, PUT /users/{id}: origins = ["https://app.example.com"]`.
#[derive(Debug)]
pub struct Route {
    path: &'static str,
    pub(crate) endpoint: Endpoint,
}

impl Route {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(path: &'static str, endpoint: Endpoint) -> Self {
        Self { path, endpoint }
    }

    #[doc(hidden)]
    #[must_use]
    pub fn middleware(&'static self) -> Middleware {
        Middleware { route: self }
    }

    /// What a decision looks at.
    pub(crate) fn facts<'r>(&self, head: &'r RequestHead) -> Request<'r> {
        if self.endpoint.is_enforced() { request_with_site(head) } else { request(head) }
    }

    /// The path as the route attribute has it, without the prefixes of scopes.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// The policy at this moment.
    #[must_use]
    pub fn policy(&self) -> PolicyRef<'static> {
        self.endpoint.policy()
    }

    /// The methods that the handler serves to other origins.
    pub fn methods(&self) -> Vec<&'static str> {
        self.endpoint.methods()
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.methods().join(", "), self.path, *self.policy())
    }
}

/// A handler with `#[cors(…)]`.
///
/// ```
/// use actix_web::{HttpResponse, Responder, get};
/// use cors_actix::{Annotated as _, cors};
///
/// #[cors(origins = "*")]
/// #[get("/users")]
/// async fn list() -> impl Responder {
///     HttpResponse::Ok()
/// }
///
/// assert_eq!(list.routes()[0].to_string(), r#"GET /users: origins = ["*"]"#);
/// ```
pub trait Annotated {
    /// The handler's routes, one for each path.
    fn routes(&self) -> &'static [Route];
}

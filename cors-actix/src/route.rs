//! An annotated route.

use std::fmt;

use cors_core::{Endpoint, Policy};

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
    pub const fn from_checked(path: &'static str, policy: &'static Policy, methods: &'static str) -> Self {
        Self { path, endpoint: Endpoint::from_checked(policy, methods) }
    }

    #[doc(hidden)]
    #[must_use]
    pub fn middleware(&'static self) -> Middleware {
        Middleware { route: self }
    }

    /// The path as the route attribute has it, without the prefixes of scopes.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// The policy.
    #[must_use]
    pub fn policy(&self) -> &'static Policy {
        self.endpoint.policy()
    }

    /// The methods that the handler serves to other origins.
    pub fn methods(&self) -> impl Iterator<Item = &str> {
        self.endpoint.methods().iter()
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.endpoint.methods().as_str(), self.path, self.policy())
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

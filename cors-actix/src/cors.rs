//! The middleware, as an application sees it: with a default policy. Annotated handlers have it as well.

use cors_core::__adapter::Owner;
use cors_core::IntoDefaultPolicy;

/// Middleware with a policy for every response without a policy of its own: of handlers without `#[cors]`, of routes
/// that are registered by hand, of error pages, and of paths without a route.
///
/// ```
/// use actix_web::{App, HttpResponse, get, web};
/// use cors_actix::{Cors, Policy, cors, policy};
///
/// const DEFAULT: Policy = policy!(
///     origins = ["https://app.example.com"],
///     methods = ["GET", "PUT"],
///     allow_headers = ["content-type"],
/// );
///
/// /// Keeps its own policy.
/// #[cors(origins = "*")]
/// #[get("/status")]
/// async fn status() -> HttpResponse {
///     HttpResponse::Ok().finish()
/// }
///
/// let app = App::new()
///     .service(status)
///     .route("/users", web::put().to(HttpResponse::NoContent))
///     .wrap(Cors::new(DEFAULT));
/// ```
///
/// Wrap an application, a scope or a resource in it, outside of other middleware, that is, in a later call of `wrap`.
/// The innermost of several default policies decides. A default policy allows the methods that it lists, or else the
/// [CORS-safelisted](https://fetch.spec.whatwg.org/#cors-safelisted-method) ones `GET`, `HEAD` and `POST`. `"*"`
/// allows every method.
///
/// The middleware does not know which handler a request will reach. A preflight is therefore passed to the
/// application first, and the response is replaced unless a handler with `#[cors]` has made it. [The
/// guide](crate::guide::default_policies) says what follows from that. A predicate is called before the application, even
/// for a request that an annotated route handles.
#[derive(Debug, Clone)]
pub struct Cors {
    pub(crate) owner: Owner<'static>,
}

impl Cors {
    /// Makes the middleware for a policy: a [`Policy`](crate::Policy) or `&'static Policy`, a
    /// `&'static LazyLock<Policy>`, a function that returns a `&'static Policy`, or a `&'static ReloadablePolicy`.
    #[must_use]
    pub fn new(policy: impl IntoDefaultPolicy) -> Self {
        Self { owner: Owner::Default(policy.into()) }
    }
}

cors_core::__missing_functions!(
    Cors,
    Permissive::permissive: "a `Cors` has no permissive default; write `Cors::new(Policy::PUBLIC)`, with which every site that a visitor opens can read everything",
    WithoutPolicy::default: "a `Cors` has no policy by default; write `Cors::new(policy!(origins = […]))`, or `Cors::new(Policy::PUBLIC)` for a public API"
);

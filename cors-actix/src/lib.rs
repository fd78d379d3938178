//! CORS for [actix-web](https://docs.rs/actix-web) as an attribute of each handler, checked by the compiler.
//!
//! ```
//! use actix_web::{App, Responder, put, web};
//! use cors_actix::cors;
//!
//! #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"], credentials = true)]
//! #[put("/users/{id}")]
//! async fn update(id: web::Path<u64>) -> impl Responder {
//!     format!("updated {id}")
//! }
//!
//! // Its preflights are answered, too.
//! let app = App::new().service(update);
//! ```
//!
#![cfg_attr(
    feature = "testing",
    doc = "To those who are new to CORS, [How CORS works](guide::how_cors_works) explains it.\n"
)]
//!
//! Handlers without `#[cors]`, files and error pages get no CORS headers, unless [`Cors`] gives them a
//! [default policy](guide::default_policies). [`inventory`](inventory()) lists the annotated ones.
//!
//! The reference is at [`cors`](macro@cors), recipes and everything longer in the [`guide`]; `testing` shows how to test
//! policies. What one has to know of actix-web:
//!
//! # Pitfalls
//!
//! A handler knows nothing of the other services of an application, and services are tried in the order in which they
//! are registered.
//!
//! - **A handler without `#[cors]` that shares method and path with an annotated one shares its preflight.** With
//!   `#[cors(…)] #[get("/users/{id}")]` registered before a bare `#[get("/users/me")]`, a preflight for `/users/me` is
//!   answered by the policy of `/users/{id}`. Put `#[cors(same_origin)]` on the bare one and register it first, as its
//!   requests need anyway.
//! - **Whatever answers `OPTIONS` on the same path is registered after the annotated handler**: a `web::resource` without a
//!   method guard, or a handler of your own for `OPTIONS`. Registered before, it gets the preflights.
//! - **`guard = …` is not evaluated for preflights**, so handlers that differ only in it need equal policies. A guard of a
//!   scope, `web::scope("…").guard(…)`, does separate them.
//! - **Middleware around a scope or the application sees preflights first.** Authentication there refuses them, because
//!   they carry no credentials. Put it on the handlers (`wrap = …`), or into [`SkipPreflight`](guide::authentication).
//! - **The handler is registered by `.service(update)`**, as every handler with a route attribute; it is no function that
//!   `web::put().to(update)` could take.
//! - **A panic drops the connection** in actix-web, so there is no response that could have headers.
//!
//! [It still fails](guide::it_still_fails) goes from the messages of browsers to their reasons, proxies and caches included.

mod answer;
mod decoration;
mod default_policy;
mod elsewhere;
mod gate;
pub mod guide;
mod judge;
mod middleware;
mod report;
mod route;
mod service;
mod skip_preflight;
mod slot;
#[cfg(feature = "testing")]
pub mod testing;

/// A policy that is replaced while requests are served (feature `reload`).
///
/// Each request is decided by one policy, so no answer is made of two.
///
/// ```
/// use actix_web::{HttpResponse, get};
/// use cors_actix::{Policy, ReloadablePolicy, cors, policy};
///
/// // Closed until the configuration is read.
/// static LIVE: ReloadablePolicy = ReloadablePolicy::new(policy!(same_origin));
///
/// #[cors(policy = LIVE)]
/// #[get("/orders")]
/// async fn orders() -> HttpResponse {
///     HttpResponse::Ok().finish()
/// }
///
/// // Later, as often as the configuration changes. One with mistakes replaces nothing.
/// LIVE.store(Policy::builder().origins(["https://app.example.com"]).build()?);
/// # Ok::<(), cors_actix::PolicyError>(())
/// ```
#[cfg(feature = "reload")]
pub use cors_core::ReloadablePolicy;
/// The policies of handlers are literals; these are for looking at them, and for policies of one's own.
pub use cors_core::{
    Config, DefaultPolicy, IntoDefaultPolicy, Inventory, InventoryRow, Origin, Policy, PolicyError,
};
/// Gives the handler below its own CORS policy.
///
/// ```
/// use actix_web::{HttpResponse, Responder, get, put, web};
/// use cors_actix::cors;
///
/// /// For any page, and shareable by caches.
/// #[cors(origins = "*", expose_headers = ["etag"])]
/// #[get("/articles/{id}")]
/// async fn show(id: web::Path<u64>) -> impl Responder {
///     HttpResponse::Ok().insert_header(("etag", "\"1\"")).body(id.to_string())
/// }
///
/// /// For the administrators' page and its previews, with their cookies.
/// #[cors(
///     origins = ["https://admin.example.com", "https://*.preview.example.com"],
///     allow_headers = ["content-type"],
///     credentials = true,
///     max_age = "10m",
/// )]
/// #[put("/articles/{id}")]
/// async fn update(id: web::Path<u64>) -> impl Responder {
///     HttpResponse::NoContent()
/// }
///
/// /// For pages of the same origin.
/// #[cors(same_origin)]
/// #[get("/session")]
/// async fn session() -> impl Responder {
///     "…"
/// }
/// ```
///
/// A wrong policy does not compile:
///
/// ```compile_fail
/// # use actix_web::{Responder, get};
/// # use cors_actix::cors;
/// #[cors(origins = ["https://app.example.com/"], credentials = "yes", header = ["etag"])]
/// #[get("/")]
/// async fn index() -> impl Responder {
///     "…"
/// }
/// ```
///
/// On a module it is for all routes inside, also beside `#[scope("…")]`:
///
/// ```
/// use cors_actix::cors;
///
/// #[cors(origins = ["https://app.example.com"], credentials = true)]
/// mod api {
///     use actix_web::{get, put};
///     use cors_actix::cors;
///
///     #[get("/users")]
///     pub async fn list() -> &'static str {
///         "…"
///     }
///
///     #[cors(allow_headers = ["content-type"])]
///     #[put("/users")]
///     pub async fn save() -> &'static str {
///         "…"
///     }
/// }
///
/// assert_eq!(
///     cors_actix::inventory(&[&api::list, &api::save]).to_string(),
///     r#"  GET  /users  origins = ["https://app.example.com"], credentials = true
///   PUT  /users  origins = ["https://app.example.com"], allow_headers = ["content-type"], credentials = true
/// "#
/// );
/// ```
///
/// The route attribute is any of actix-web's: `get`, `post`, `put`, `delete`, `patch`, `head`, `options`, `query`, `route`
/// with its `method = "…"`, and `routes`. What the handler serves is registered with `App::service`, `Scope::service` or
/// `ServiceConfig::service` as ever, and inside of a module with `#[scope("…")]`.
pub use cors_macros::actix as cors;
/// A policy with a name, for several routes.
///
/// ```
/// use actix_web::{HttpResponse, get};
/// use cors_actix::{Policy, cors, policy};
///
/// static PARTNERS: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
/// static TAGGED: Policy = policy!(..PARTNERS, expose_headers = ["etag"]);
///
/// #[cors(policy = TAGGED)]
/// #[get("/orders")]
/// async fn orders() -> HttpResponse {
///     HttpResponse::Ok().finish()
/// }
/// ```
pub use cors_macros::actix_policy as policy;
pub use default_policy::Cors;
pub use route::{Annotated, inventory};
pub use skip_preflight::SkipPreflight;

/// What the expansion of the attribute names. Not for others: it can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::judge::{Judge, answer, verdict};
    pub use crate::route::Route;
    pub use crate::service::{boxed, wrapped};
    pub use actix_web::dev::{AppService, HttpServiceFactory};
    pub use actix_web::guard::fn_guard;
    pub use actix_web::web::{service, to};
    pub use cors_core::__private::*;
    pub use std::boxed::Box;
    pub use std::vec;

    /// Whose requests predicates take.
    pub const FRAMEWORK: &str = "actix-web";
}

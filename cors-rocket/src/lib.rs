//! CORS for [Rocket](https://rocket.rs) as an attribute of each route handler, checked by the compiler.
//!
//! ```
//! use cors_rocket::{Cors, cors};
//! use rocket::{put, routes};
//!
//! #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"], credentials = true)]
//! #[put("/users/<id>")]
//! async fn update(id: u64) -> String {
//!     format!("updated {id}")
//! }
//!
//! let rocket = rocket::build().attach(Cors::fairing()).mount("/", routes![update]);
//! ```
//!
//! The reference is at [`cors`](macro@cors), recipes and everything longer in the [`guide`]; `testing` shows how to test
//! policies, and [`inventory`](inventory()) lists them. [`Cors::fairing`] answers preflights and
//! puts the headers on the responses of annotated routes, whatever their outcome; a launch without it fails and names the
//! routes. Rocket's own `routes!` and `uri!` work as ever. Routes without `#[cors]`, and error pages, get no CORS headers,
//! unless the fairing has a policy for them: [`Cors::default_policy`].
//!
#![cfg_attr(
    feature = "testing",
    doc = "To those who are new to CORS, [How CORS works](guide::how_cors_works) explains it.\n"
)]
//!
//! # How preflights find their route
//!
//! The fairing mounts an `OPTIONS` route beside every route, annotated or not, in the order in which Rocket tries them. The
//! first route that a path means and whose method is the requested one decides. If it has no `#[cors]`, the preflight goes on
//! to the default policy, if there is one, and to whatever the application has for it, so `/users/<id>` never answers for an
//! unannotated `/users/me`.
//!
//! # Pitfalls
//!
//! - **Routes that only guards or parameter types tell apart share the preflight of the first**, because no guard runs for
//!   a preflight. Give them one policy.
//! - **Routes that only `format` tells apart need one policy**: a preflight says neither `Accept` nor `Content-Type`. If they
//!   disagree, the launch fails and names both.
//! - **A route that forwards hands its response over**: the policy is that of the last route that Rocket tried.
//! - **Rocket drops header lines that are not UTF-8** before any application code sees them, so such an `Origin` looks like
//!   none, and of two `Origin` lines the readable one counts.
//! - **`HEAD` follows `GET`**, unless a route of its own serves it: `methods = ["GET"]` includes it.
//!
//! [It still fails](guide::it_still_fails) goes from the messages of browsers to their reasons, proxies and caches included.

mod annotated;
mod by;
mod conflicts;
mod elsewhere;
mod fairing;
pub mod guide;
mod headers;
mod inventory;
mod judge;
mod judged;
mod mounted;
mod preflight;
mod report;
mod sentinel;
#[cfg(feature = "testing")]
pub mod testing;

/// A policy that is replaced while requests are served (feature `reload`).
///
/// Each request is decided by one policy, so no answer is made of two.
///
/// ```
/// use cors_rocket::{Policy, ReloadablePolicy, cors, policy};
/// use rocket::get;
///
/// // Closed until the configuration is read.
/// static LIVE: ReloadablePolicy = ReloadablePolicy::new(policy!(same_origin));
///
/// #[cors(policy = LIVE)]
/// #[get("/orders")]
/// fn orders() {}
///
/// // Later, as often as the configuration changes. One with mistakes replaces nothing.
/// LIVE.store(Policy::builder().origins(["https://app.example.com"]).build()?);
/// # Ok::<(), cors_rocket::PolicyError>(())
/// ```
#[cfg(feature = "reload")]
pub use cors_core::ReloadablePolicy;
/// The policies of handlers are literals; these are for looking at them, and for policies of one's own.
pub use cors_core::{
    Config, DefaultPolicy, IntoDefaultPolicy, Inventory, InventoryRow, Origin, Policy, PolicyError,
};
/// Gives the route below its own CORS policy.
///
/// ```
/// use cors_rocket::cors;
/// use rocket::{get, put};
///
/// /// For any page, and shareable by caches.
/// #[cors(origins = "*", expose_headers = ["etag"])]
/// #[get("/articles/<id>")]
/// fn show(id: u64) -> String {
///     id.to_string()
/// }
///
/// /// For the administrators' page and its previews, with their cookies.
/// #[cors(
///     origins = ["https://admin.example.com", "https://*.preview.example.com"],
///     allow_headers = ["content-type"],
///     credentials = true,
///     max_age = "10m",
/// )]
/// #[put("/articles/<id>", data = "<text>")]
/// async fn update(id: u64, text: String) -> String {
///     format!("{id}: {text}")
/// }
///
/// /// For pages of the same origin.
/// #[cors(same_origin)]
/// #[get("/session")]
/// fn session() {}
/// ```
///
/// A wrong policy does not compile:
///
/// ```compile_fail
/// # use cors_rocket::cors;
/// # use rocket::get;
/// #[cors(origins = ["https://app.example.com/"], credentials = "yes", header = ["etag"])]
/// #[get("/")]
/// fn index() {}
/// ```
///
/// On a module it is for all routes inside:
///
/// ```
/// use cors_rocket::{Cors, cors};
/// use rocket::routes;
///
/// #[cors(origins = ["https://app.example.com"], credentials = true)]
/// mod api {
///     use cors_rocket::cors;
///     use rocket::{delete, put};
///
///     #[delete("/users")]
///     pub fn clear() {}
///
///     #[cors(allow_headers = ["content-type"])]
///     #[put("/users")]
///     pub fn save() {}
/// }
///
/// let rocket = rocket::build().attach(Cors::fairing()).mount("/", routes![api::clear, api::save]);
/// assert_eq!(
///     cors_rocket::inventory(&rocket).to_string(),
///     r#"  DELETE  /users  origins = ["https://app.example.com"], credentials = true
///   PUT     /users  origins = ["https://app.example.com"], allow_headers = ["content-type"], credentials = true
/// "#
/// );
/// ```
///
/// The route attribute is any of Rocket's: `get`, `post`, `put`, `delete`, `patch`, `head`, `options` and
/// `route(METHOD, uri = "…")`, with `rank`, `format` and `data` as ever.
pub use cors_macros::rocket as cors;
/// A policy with a name, for several routes.
///
/// ```
/// use rocket::get;
/// use cors_rocket::{Policy, cors, policy};
///
/// static PARTNERS: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
/// static TAGGED: Policy = policy!(..PARTNERS, expose_headers = ["etag"]);
///
/// #[cors(policy = TAGGED)]
/// #[get("/orders")]
/// fn orders() {}
/// ```
pub use cors_macros::rocket_policy as policy;
pub use fairing::Cors;
pub use inventory::inventory;

/// What the expansion of the attribute names. Not for others: it can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::annotated::annotate;
    pub use crate::judge::{Judge, answer, verdict};
    pub use cors_core::__private::*;
    pub use rocket;
    pub use std::boxed::Box;

    /// Whose requests predicates take.
    pub const FRAMEWORK: &str = "Rocket";
}

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
//!   disagree, as a page in HTML and its data in JSON may, the launch fails and names both: give one of them another path.
//! - **A route that forwards hands its response over**: the policy is that of the last route that Rocket tried.
//! - **Rocket drops header lines that are not UTF-8** before any application code sees them, so such an `Origin` looks like
//!   none, and of two `Origin` lines the readable one counts.
//! - **Response fairings run in the order in which they are attached**, and the headers have to come last. [`Cors`] waits for those
//!   that `on_ignite` fairings attach, in chains of up to sixteen. One that comes later cannot be noticed, and what it writes into
//!   `Access-Control-*` headers stays.
//! - **`HEAD` follows `GET`**, unless a route of its own serves it: `methods = ["GET"]` includes it.
//!
//! [It still fails](guide::it_still_fails) goes from the messages of browsers to their reasons, proxies and caches included.

mod adapter;
mod annotate;
mod conflicts;
mod decide;
mod elsewhere;
mod fairing;
pub mod guide;
mod handler;
mod headers;
mod inventory;
mod preflight;
mod responses;
mod state;
#[cfg(feature = "testing")]
pub mod testing;

#[cfg(feature = "reload")]
pub use cors_core::ReloadablePolicy;
pub use cors_core::{
    Config, DefaultPolicy, IntoDefaultPolicy, Inventory, InventoryRow, Origin, Policy, PolicyError,
};
pub use cors_macros::{rocket as cors, rocket_policy as policy};
pub use fairing::Cors;
pub use inventory::inventory;

/// What the expansion of the attribute names. Not for others: it can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::adapter::{PredicateFn, answer};
    pub use crate::annotate::annotate;
    pub use cors_core::__private::*;
    pub use rocket;
    pub use std::boxed::Box;

    /// Whose requests predicates take.
    pub const FRAMEWORK: &str = "Rocket";
}

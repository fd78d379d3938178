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
//! The reference is at [`cors`](macro@cors), and recipes and longer explanations are in the [`guide`]. `testing`
//! shows how to test policies, and [`inventory`](inventory()) lists them. [`Cors::fairing`] answers preflights, and
//! puts the headers on all responses of annotated routes, errors included. A launch without it fails and names the
//! routes. Rocket's `routes!` and `uri!` work unchanged. Routes without `#[cors]` and error pages get no CORS
//! headers, unless the fairing has a policy for them: [`Cors::default_policy`].
//!
#![cfg_attr(
    feature = "testing",
    doc = "[How CORS works](guide::how_cors_works) explains CORS from the beginning.\n"
)]
//!
//! # How preflights find their route
//!
//! The fairing mounts an `OPTIONS` route beside every route, annotated or not, in the order in which Rocket tries
//! them. The first route decides whose path matches and whose method is the requested one. If this route has no
//! `#[cors]`, the preflight is passed on to the default policy, if there is one, and to the application's own
//! `OPTIONS` routes. So `/users/<id>` never answers for a `/users/me` without `#[cors]`.
//!
//! # Pitfalls
//!
//! - **Routes that differ only in guards or parameter types share the preflight of the first one**, because no guard
//!   runs for a preflight. Give them the same policy.
//! - **Routes that differ only in `format` need the same policy**, because a preflight has neither the `Accept` nor
//!   the `Content-Type` of the request. With different policies, as a page in HTML and its data in JSON may have, the
//!   launch fails and names both routes. Give one of them another path.
//! - **If a route forwards, the next route's policy applies**: the policy is that of the last route that Rocket
//!   tried.
//! - **Rocket drops header lines that are not UTF-8** before any application code reads them. Such an `Origin` is
//!   therefore treated as absent, and of two `Origin` lines the readable one counts.
//! - **Response fairings run in the order in which they are attached**, and the CORS headers have to come last.
//!   [`Cors`] waits for fairings that `on_ignite` fairings attach, in chains of up to sixteen. A later one cannot be
//!   noticed, and `Access-Control-*` headers that it writes stay.
//! - **`HEAD` follows `GET`**, unless a route of its own serves it: `methods = ["GET"]` includes `HEAD`.
//!
//! [It still fails](guide::it_still_fails) leads from the messages of browsers to their causes, including proxies and
//! caches.

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

/// Items for expansions of the attribute. They can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::adapter::{PredicateFn, answer};
    pub use crate::annotate::annotate;
    pub use cors_core::__private::*;
    pub use rocket;
    pub use std::boxed::Box;

    /// The framework whose requests predicates take.
    pub const FRAMEWORK: &str = "Rocket";
}

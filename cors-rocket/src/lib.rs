//! CORS for [Rocket](https://rocket.rs) as an attribute of each route handler, checked by the compiler.
//!
//! ```
//! use cors_rocket::{Cors, cors};
//! use rocket::{put, routes};
//!
//! #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
//! #[put("/users/<id>")]
//! async fn update(id: u64) -> String {
//!     format!("updated {id}")
//! }
//!
//! let rocket = rocket::build().attach(Cors::fairing()).mount("/", routes![update]);
//! ```
//!
//! New to CORS? [How CORS works](https://docs.rs/cors-browser/latest/cors_browser/guide/how_cors_works/) explains it from the
//! beginning.
//!
//! [`Cors::fairing`] answers preflights and adds the headers to every response of an annotated route, errors included. A
//! launch without it fails and names the routes. Rocket's own `routes!` and `uri!` work as usual.
//!
//! Routes without `#[cors]`, files and error pages get no CORS headers, unless the fairing has a [default
//! policy](Cors::default_policy). [`inventory`](inventory()) lists the annotated routes.
//!
//! The reference is at [`cors`](macro@cors). The [`guide`] has rules, examples and recipes. `testing` shows how to test
//! policies.
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | adds |
//! |---|---|
//! | `reload` | `ReloadablePolicy`, which is replaced while requests are served ([reloading](guide::reload)) |
//! | `serde` | `Config` and `Policy` from files and other sources that serde reads, which have to write them as maps |
//! | `testing` | [`testing`](https://docs.rs/cors-rocket/latest/cors_rocket/testing/): what pages get from an application, for its tests |
//!
//! # How preflights find their route
//!
//! The fairing mounts an `OPTIONS` route for every route, annotated or not, in the order in which Rocket tries them. The
//! first route that matches the path and has the requested method decides. If it has no `#[cors]`, the preflight goes to the
//! default policy, if there is one, and then to the unannotated `OPTIONS` routes of the application. So `/users/<id>` never
//! answers for an unannotated `/users/me`.
//!
//! # Pitfalls
//!
//! - **Routes that differ only in guards or parameter types share the preflight of the first**, because no guard runs for
//!   a preflight. Give them one policy.
//! - **Routes that differ only in `format` need one policy**: a preflight carries neither `Accept` nor `Content-Type`. If their
//!   policies differ, as for a page in HTML and its data in JSON, the launch fails and names both. Give one another path.
//! - **A route that forwards does not decide**: the policy is that of the last route that Rocket tried.
//! - **Rocket drops header lines that are not UTF-8** before any application code sees them, so such an `Origin` counts as
//!   absent, and of two `Origin` lines only the readable one counts. No page gains by it: browsers send one line, in ASCII.
//! - **Response fairings run in the order in which they are attached**, and [`Cors`] has to run last. It waits for fairings
//!   that `on_ignite` fairings attach, in chains of up to sixteen. It cannot detect a fairing attached later, and the
//!   `Access-Control-*` headers of such a fairing stay.
//! - **`HEAD` follows `GET`**, unless a route of its own serves it: `methods = ["GET"]` includes it.
//!
//! [It still fails](guide::it_still_fails) explains the messages of browsers and their causes, including proxies and caches.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod adapter;
mod annotate;
mod conflicts;
mod decide;
mod fairing;
pub mod guide;
mod handler;
mod headers;
mod inventory;
mod preflight;
mod responses;
mod route_label;
mod state;
#[cfg(feature = "testing")]
pub mod testing;

#[cfg(feature = "reload")]
pub use cors_core::ReloadablePolicy;
pub use cors_core::{
    Config, DefaultPolicy, IntoDefaultPolicy, Inventory, InventoryRow, Origin, Policy, PolicyError,
};
#[doc(no_inline)]
pub use cors_core::{Fix, Key, MaxAge, Mistake, PolicyBuilder};
pub use cors_macros::{rocket as cors, rocket_policy as policy};
pub use fairing::Cors;
pub use inventory::inventory;

/// Items for expansions of the attribute. They can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::adapter::PredicateFn;
    pub use crate::annotate::annotate;
    pub use cors_core::__private::*;
    pub use cors_macros::append;
    pub use rocket;

    /// The framework whose requests predicates take.
    pub const FRAMEWORK: &str = "Rocket";
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

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
//! - **A guard of a scope sees preflights.** One that looks at a header of the page turns them away, because they have none of
//!   those, with a `404` of which the log has no line. Put it on the handlers (`guard = …`).
//! - **Middleware around a scope or the application sees preflights first.** Authentication there refuses them, because
//!   they carry no credentials. Put it on the handlers (`wrap = …`), or into [`SkipPreflight`](guide::authentication).
//! - **What such middleware answers by itself has no headers**, a `401` or a `429`, unless a [default
//!   policy](guide::default_policies) stands outside of it. Nor has what it puts in the place of a handler's response, such as the
//!   answer of a timeout: that belongs on the handler. What middleware on the handler (`wrap = …`) answers has them.
//! - **The handler is registered by `.service(update)`**, as every handler with a route attribute; it is no function that
//!   `web::put().to(update)` could take.
//! - **A panic drops the connection** in actix-web, so there is no response that could have headers.
//!
//! [It still fails](guide::it_still_fails) goes from the messages of browsers to their reasons, proxies and caches included.

mod action;
mod adapter;
mod claim;
mod decide;
mod default_policy;
mod elsewhere;
mod guard;
pub mod guide;
mod headers;
mod inventory;
mod middleware;
mod register;
mod route;
mod skip_preflight;
#[cfg(feature = "testing")]
pub mod testing;

#[cfg(feature = "reload")]
pub use cors_core::ReloadablePolicy;
pub use cors_core::{
    Config, DefaultPolicy, IntoDefaultPolicy, Inventory, InventoryRow, Origin, Policy, PolicyError,
};
pub use cors_macros::{actix as cors, actix_policy as policy};
pub use default_policy::Cors;
pub use inventory::{Annotated, inventory};
pub use skip_preflight::SkipPreflight;

/// What the expansion of the attribute names. Not for others: it can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::adapter::{PredicateFn, answer};
    pub use crate::register::{map_into_boxed_body, wrap};
    pub use crate::route::Route;
    pub use actix_web::dev::{AppService, HttpServiceFactory};
    pub use actix_web::guard::fn_guard;
    pub use actix_web::web::{service, to};
    pub use cors_core::__private::*;
    pub use std::boxed::Box;
    pub use std::vec;

    /// Whose requests predicates take.
    pub const FRAMEWORK: &str = "actix-web";
}

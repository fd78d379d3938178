//! CORS for [actix-web](https://docs.rs/actix-web) as an attribute of each handler, checked by the compiler.
//!
//! ```
//! use actix_web::{App, Responder, put, web};
//! use cors_actix::cors;
//!
//! #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
//! #[put("/users/{id}")]
//! async fn update(id: web::Path<u64>) -> impl Responder {
//!     format!("updated {id}")
//! }
//!
//! // `update` answers its preflights, too.
//! let app = App::new().service(update);
//! ```
//!
//! New to CORS? [How CORS works](https://docs.rs/cors-browser/latest/cors_browser/guide/how_cors_works/) explains it from the
//! beginning.
//!
//! Handlers without `#[cors]`, files and error pages get no CORS headers, unless [`Cors`] gives them a
//! [default policy](guide::default_policies). [`inventory`](inventory()) lists the annotated handlers.
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
//! | `testing` | [`testing`](https://docs.rs/cors-actix/latest/cors_actix/testing/): what pages get from an application, for its tests |
//!
//! # Pitfalls
//!
//! A handler does not know the other services of an application, and actix-web tries services in the order of their
//! registration.
//!
//! - **A handler without `#[cors]` that shares method and path with an annotated one shares its preflight.** Beside
//!   `#[cors(…)] #[get("/users/{id}")]`, a preflight for a `#[get("/users/me")]` without `#[cors]` is answered by the policy of
//!   `/users/{id}`, whichever is registered first. Put `#[cors(same_origin)]` on the handler of `/users/me`. Register that handler
//!   first, as its other requests need anyway.
//! - **Register other services that answer `OPTIONS` on the same path after the annotated handler**: a `web::resource`
//!   without a method guard, or a handler of `OPTIONS` without `#[cors]`. Registered before, such a service gets the preflights.
//! - **`guard = …` is not evaluated for preflights**, so handlers that differ only in it need equal policies. A guard of a
//!   scope, `web::scope("…").guard(…)`, does separate them.
//! - **A guard of a scope sees preflights.** A guard that checks a header of the page rejects them, because preflights have no
//!   such header. The response is a `404`, and the log has no line. Put the guard on the handlers (`guard = …`).
//! - **Middleware around a scope or the application sees preflights first.** Authentication there refuses them, because
//!   they carry no credentials. Put the middleware on the handlers (`wrap = …`), or into
//!   [`SkipPreflight`](guide::authentication).
//! - **Responses of such middleware have no CORS headers**, for example its `401` or `429`, unless a [default
//!   policy](guide::default_policies) is outside of it. The same applies to a response that replaces the one of the handler, such
//!   as that of a timeout: put a timeout on the handler. Responses of middleware on the handler (`wrap = …`) have the headers.
//! - **Register the handler by `.service(update)`**, like every handler with a route attribute. It is not a function that
//!   `web::put().to(update)` accepts.
//! - **A panic drops the connection** in actix-web, so there is no response for the headers.
//!
//! [It still fails](guide::it_still_fails) explains the messages of browsers and their causes, including proxies and caches.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod adapter;
mod claim;
mod cors;
mod decide;
mod guard;
pub mod guide;
mod headers;
mod inventory;
mod middleware;
mod register;
mod response;
mod skip_preflight;
#[cfg(feature = "testing")]
pub mod testing;

pub use crate::cors::Cors;
#[cfg(feature = "reload")]
pub use cors_core::ReloadablePolicy;
pub use cors_core::{
    Config, DefaultPolicy, IntoDefaultPolicy, Inventory, InventoryRow, Origin, Policy, PolicyError,
};
#[doc(no_inline)]
pub use cors_core::{Fix, Key, MaxAge, Mistake, PolicyBuilder};
pub use cors_macros::{actix as cors, actix_policy as policy};
pub use inventory::{Annotated, inventory};
pub use skip_preflight::SkipPreflight;

/// Items for expansions of the attribute. They can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::adapter::{PredicateFn, async_output};
    pub use crate::inventory::HandlerRoutes;
    pub use crate::register::{register, wrap};
    pub use actix_web::dev::{AppService, HttpServiceFactory};
    pub use actix_web::guard::fn_guard;
    pub use actix_web::web::to;
    pub use cors_core::__private::*;

    /// The framework whose requests predicates take.
    pub const FRAMEWORK: &str = "actix-web";
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

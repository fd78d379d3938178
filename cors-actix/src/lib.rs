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
//! // The handler's preflights are answered as well.
//! let app = App::new().service(update);
//! ```
//!
#![cfg_attr(
    feature = "testing",
    doc = "[How CORS works](guide::how_cors_works) explains CORS from the beginning.\n"
)]
//!
//! Handlers without `#[cors]`, files and error pages get no CORS headers, unless [`Cors`] gives them a
//! [default policy](guide::default_policies). [`inventory`](inventory()) lists the annotated ones.
//!
//! The reference is at [`cors`](macro@cors), and recipes and longer explanations are in the [`guide`]. `testing`
//! shows how to test policies. The pitfalls below are those of actix-web.
//!
//! # Pitfalls
//!
//! A handler does not know the other services of an application. Services are tried in the order of their
//! registration.
//!
//! - **A handler without `#[cors]` that shares method and path with an annotated one shares its preflight.** Assume
//!   that `#[cors(…)] #[get("/users/{id}")]` is registered before a `#[get("/users/me")]` without `#[cors]`. The
//!   policy of `/users/{id}` then answers a preflight for `/users/me`. Put `#[cors(same_origin)]` on the latter and
//!   register it first, as its requests need anyway.
//! - **Register other services for `OPTIONS` on the same path after the annotated handler**: a `web::resource`
//!   without a method guard, or a handler of your own for `OPTIONS`. If they are registered before, they get the
//!   preflights.
//! - **`guard = …` is not evaluated for preflights.** Handlers that differ only in their guards need equal policies.
//!   A guard of a scope, `web::scope("…").guard(…)`, does separate them.
//! - **A guard of a scope is evaluated for preflights.** A preflight does not have the page's headers. A guard that
//!   needs one of them rejects the preflight with a `404`, without a line in the log. Put the guard on the handlers
//!   (`guard = …`).
//! - **Middleware around a scope or the application receives preflights first.** Authentication refuses them, because
//!   they carry no credentials. Put it on the handlers (`wrap = …`), or wrap it in
//!   [`SkipPreflight`](guide::authentication).
//! - **Responses that such middleware makes, such as a `401` or a `429`, have no CORS headers**, unless a
//!   [default policy](guide::default_policies) wraps it. Neither has a response by which it replaces a handler's,
//!   such as that of a timeout: put that middleware on the handler. Responses of middleware on the handler
//!   (`wrap = …`) have the headers.
//! - **Register the handler with `.service(update)`**, like every handler with a route attribute. It is not a
//!   function that `web::put().to(update)` accepts.
//! - **A panic drops the connection** in actix-web, so no response is sent.
//!
//! [It still fails](guide::it_still_fails) leads from the messages of browsers to their causes, including proxies and
//! caches.

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

/// Items for expansions of the attribute. They can change in any release.
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

    /// The framework whose requests predicates take.
    pub const FRAMEWORK: &str = "actix-web";
}

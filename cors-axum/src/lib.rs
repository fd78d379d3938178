//! CORS for [axum](https://docs.rs/axum) as an attribute of each handler, checked by the compiler.
//!
//! ```
//! use axum::extract::Path;
//! use axum::routing::put;
//! use axum::{Json, Router};
//! use cors_axum::{Cors, cors};
//!
//! #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
//! async fn update(Path(id): Path<u64>, Json(name): Json<String>) -> String {
//!     format!("{id} is {name}")
//! }
//!
//! // axum's own `put`. Around the finished router, `Cors` answers the preflights and adds the headers.
//! let app = Cors::new(Router::new().route("/users/{id}", put(update)));
//! ```
//!
//! New to CORS? [How CORS works](https://docs.rs/cors-browser/latest/cors_browser/guide/how_cors_works/) explains it from the
//! beginning.
//!
//! Handlers without `#[cors]`, files and error pages get no CORS headers, and axum itself answers their preflights, unless there is a
//! [default policy](Cors::default_policy). [`inventory`] lists the annotated handlers, for a test of what is public. The log lists
//! them at the start, at debug.
//!
//! The reference is at [`cors`](macro@cors). The [`guide`] has rules, examples and recipes. `testing` shows how to test policies.
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | adds |
//! |---|---|
//! | `reload` | `ReloadablePolicy`, which is replaced while requests are served ([reloading](guide::reload)) |
//! | `serde` | `Config` and `Policy` from files and other sources that serde reads, which have to write them as maps |
//! | `testing` | [`testing`](https://docs.rs/cors-axum/latest/cors_axum/testing/): what pages get from an application, for its tests |
//!
//! # Pitfalls
//!
//! - **`Cors` stands outside of everything.** Without it, annotated handlers, those with `#[cors]`, are closed. A layer around it,
//!   such as authentication, refuses preflights, and its own responses have no headers. Layers inside, on the router or on routes,
//!   see no preflight.
//! - **Preflights fail where the router does not say which handler it calls**, as in axum's `any`. [`Cors`] lists these cases, and
//!   what opens them.
//! - **The handler is a constant.** A variable or parameter of its name in the same module (`let update = …`) does not compile: rename
//!   it. The types of the handler's parameters and of its response have to be as visible as the handler.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod any;
mod ask;
mod cors;
mod future;
pub mod guide;
mod handler;
mod kept_head;
mod lent;
mod report;
mod routed;
mod service;
#[cfg(feature = "testing")]
pub mod testing;

pub use crate::cors::{Cors, RouterExt, inventory};
pub use any::any;
pub use ask::AxumChanged;
pub use cors_core::{
    Config, DefaultPolicy, IntoDefaultPolicy, Inventory, InventoryRow, Origin, Policy, PolicyError,
};
#[doc(no_inline)]
pub use cors_core::{Fix, Key, MaxAge, Mistake, PolicyBuilder};
pub use cors_macros::{axum as cors, axum_policy as policy};
#[cfg(feature = "reload")]
pub use cors_tower::ReloadablePolicy;
pub use future::CorsFuture;

/// Items for the expansion of the attribute. Not for others: they can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::handler::{AnnotatedFunction, BareHandler, BoxFuture, HandlerValue};
    pub use axum::extract::{FromRequest, FromRequestParts, Request};
    pub use axum::handler::Handler;
    pub use axum::response::Response;
    pub use cors_core::__private::*;
    pub use cors_tower::__private::{FRAMEWORK, PredicateFn};
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

//! CORS for [tower](https://docs.rs/tower) services whose requests are those of the [`http`](https://docs.rs/http) crate:
//! [`Cors`] is a layer for one policy, which is checked as a whole before it is served.
//!
//! ```
//! use cors_tower::{Cors, Policy, policy};
//! use http::{Request, Response};
//! use tower::{Layer, ServiceExt, service_fn};
//!
//! const POLICY: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let service = Cors::new(POLICY).layer(service_fn(async |_| Ok::<_, String>(Response::new("hello".to_owned()))));
//!
//! let request = Request::get("/").header("origin", "https://app.example.com").body(())?;
//! let response = service.oneshot(request).await?;
//! assert_eq!(response.headers()["access-control-allow-origin"], "https://app.example.com");
//! # Ok(())
//! # }
//! ```
//!
//! [`policy!`] makes a policy that the compiler checks, [`Policy::builder`] and [`Config`] make one when the program starts. The
//! function in `predicate(…)` takes the origin and the head of a request: `fn(&Origin<'_>, &Parts) -> bool`. The `async fn` in
//! `async_predicate(…)` takes the same. It runs after the service was called, and before the future of the service is polled.
//!
//! Those who come from tower-http's `CorsLayer` find each of its options in [the migration](guide::from_tower_http).
//!
//! The log says why a browser blocks a page, and which line of the policy would allow it. Its lines go to the crate
//! [`log`](https://docs.rs/log) at debug, under the target `cors`, and `tracing-subscriber` shows them as well.
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | adds |
//! |---|---|
//! | `reload` | `ReloadablePolicy`, which is replaced while requests are served |
//! | `serde` | `Config` and `Policy` from files and other sources that serde reads, which have to write them as maps |
//! | `testing` | [`testing`](https://docs.rs/cors-tower/latest/cors_tower/testing/): what pages get from a service, for its tests |

#![cfg_attr(docsrs, feature(doc_cfg))]

mod adapter;
mod decide;
pub mod guide;
mod layer;
#[cfg(feature = "testing")]
pub mod testing;

#[cfg(feature = "reload")]
pub use cors_core::ReloadablePolicy;
pub use cors_core::{Config, DefaultPolicy, IntoDefaultPolicy, Origin, Policy, PolicyError};
#[doc(no_inline)]
pub use cors_core::{Fix, Key, MaxAge, Mistake, PolicyBuilder};
pub use cors_macros::tower_policy as policy;
pub use layer::{Cors, CorsFuture, CorsService};

/// Items for adapters of frameworks on the crate `http`. They can change in any release.
#[doc(hidden)]
pub mod __adapter {
    pub use crate::adapter::TowerAdapter;
    pub use crate::decide::{Decided, MaybeDecided, decide, decide_parts, respond, with_parts};
}

/// Items for the expansion of `policy!`. Not for others: they can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::adapter::PredicateFn;
    pub use cors_core::__private::*;

    /// The framework whose requests predicates take.
    pub const FRAMEWORK: &str = "http";
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

//! CORS for [tower](https://docs.rs/tower) services whose requests are those of the [`http`] crate: [`Cors`] is a layer for
//! one policy, which is checked as a whole before it is served.
//!
//! ```
//! use cors_tower::{Cors, Policy};
//! use http::{Request, Response};
//! use tower::{Layer, ServiceExt, service_fn};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let policy = Policy::builder().origins(["https://app.example.com"]).credentials(true).build()?;
//! let service = Cors::new(policy).layer(service_fn(async |_| Ok::<_, String>(Response::new("hello".to_owned()))));
//!
//! let request = Request::get("/").header("origin", "https://app.example.com").body(())?;
//! let response = service.oneshot(request).await?;
//! assert_eq!(response.headers()["access-control-allow-origin"], "https://app.example.com");
//! # Ok(())
//! # }
//! ```
//!
//! The log says at debug, under the target `cors`, why a browser will not let a page pass, and which line of the policy
//! would allow it. It is that of the crate [`log`], which `tracing-subscriber` reads as well.

mod adapter;
mod decide;
mod layer;
#[cfg(feature = "testing")]
pub mod testing;

#[cfg(feature = "reload")]
pub use cors_core::ReloadablePolicy;
pub use cors_core::{Config, DefaultPolicy, IntoDefaultPolicy, Origin, Policy, PolicyError};
#[doc(no_inline)]
pub use cors_core::{Fix, Key, MaxAge, Mistake, PolicyBuilder};
pub use layer::{Cors, CorsFuture, CorsService};

/// What the other adapters of `http` name. Not for others: it can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::adapter::TowerAdapter;
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

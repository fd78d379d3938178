//! Guide: the migration from tower-http's `CorsLayer`, and what is common to all services.
//!
//! [`cors_core::guide`] has the rules of each feature, and recipes for common tasks.

#[cfg(feature = "testing")]
#[doc(inline)]
pub use cors_browser::guide::how_cors_works;

#[doc = include_str!("../guide/from_tower_http.md")]
pub mod from_tower_http {}

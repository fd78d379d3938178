//! `#[cors(…)]` for [Rocket](rocket): a CORS policy on each route, checked by the compiler.
//!
//! Attach [`Cors::fairing`] once. It answers preflights and puts the headers on the responses of annotated routes,
//! whatever their outcome. A launch without it fails and names the routes.

mod annotated;
mod conflicts;
mod fairing;
mod headers;
mod mounted;
mod preflight;
mod private;

pub use cors_core::{Config, Policy, PolicyError};
pub use fairing::Cors;

/// What the expansion of the attribute names. Not for others: it can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::annotated::annotate;
    pub use crate::private::Attached;
    pub use cors_core::__private::*;
    pub use cors_core::{Endpoint, Policy};
    pub use rocket;
}

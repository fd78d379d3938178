//! CORS for [actix-web](https://docs.rs/actix-web) as an attribute of each handler: see [`cors`](macro@cors).

mod decoration;
mod middleware;
mod preflight;
mod route;

pub use cors_core::{Config, Policy, PolicyError};
pub use cors_macros::actix as cors;
pub use route::{Annotated, Route};

/// What the expansion of the attribute names. Not for others: it can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::middleware::Middleware;
    pub use crate::preflight::register;
    pub use crate::route::Route;
    pub use actix_web::dev::{AppService, HttpServiceFactory};
    pub use cors_core::__private::{Checked, CheckedOrigins, Cow, join, joined_len, text};
    pub use cors_core::{Pattern, Policy};
}

//! The decision on a request.

mod advisories;
mod cost;
mod endpoint;
mod enforce;
mod methods;
mod origins;
pub(crate) mod properties;
mod router;
mod shapes;
mod start;
mod vary;

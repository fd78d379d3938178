//! The item below the attribute.

pub(crate) mod actix_route;
pub(crate) mod framework;
pub(crate) mod handler;
pub(crate) mod placement;

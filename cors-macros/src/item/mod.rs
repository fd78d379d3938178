//! The item below the attribute.

pub(crate) mod actix_route;
pub(crate) mod arguments;
pub(crate) mod handler;
pub(crate) mod placement;
pub(crate) mod route_syntax;

//! The tokens of an expansion.

pub(crate) mod actix;
pub(crate) mod axum;
pub(crate) mod editor;
pub(crate) mod lifetimes;
pub(crate) mod origins;
pub(crate) mod policy;
pub(crate) mod rocket;
pub(crate) mod route;
mod tokens;

//! The rows of `policies.json` of `cors-oracle` as attributes, and crates that are written and checked while the
//! tests run.

mod attribute;
mod generated;

pub use attribute::{keys, methods, nearest_route, route};
pub use generated::{Diagnostic, Generated};

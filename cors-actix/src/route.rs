//! An annotated route.

use std::sync::atomic::AtomicBool;

use cors_core::__adapter::{Endpoint, Owner};

/// A path of an annotated handler, with the methods that it serves there and its policy.
#[derive(Debug)]
pub struct Route {
    /// The path as written in the route attribute, without the prefixes of scopes.
    pub(crate) path: &'static str,
    pub(crate) endpoint: Endpoint,
    /// Set once a worker has registered the route.
    pub(crate) registered: AtomicBool,
}

impl Route {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(path: &'static str, endpoint: Endpoint) -> Self {
        Self { path, endpoint, registered: AtomicBool::new(false) }
    }

    pub(crate) fn owner(&self) -> Owner<'_> {
        Owner::Route(&self.endpoint, self.path)
    }
}

//! An annotated route.

use std::sync::atomic::AtomicBool;

use cors_core::Endpoint;

/// A path of an annotated handler, with the methods that it serves there and its policy.
#[derive(Debug)]
pub struct Route {
    pub(crate) path: &'static str,
    pub(crate) endpoint: Endpoint,
    /// Whether a worker has registered it.
    pub(crate) registered: AtomicBool,
}

impl Route {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(path: &'static str, endpoint: Endpoint) -> Self {
        Self { path, endpoint, registered: AtomicBool::new(false) }
    }

    /// The path as the route attribute has it, without the prefixes of scopes.
    pub(crate) fn path(&self) -> &'static str {
        self.path
    }
}

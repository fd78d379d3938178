//! A route with its name.

use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::route::{Endpoint, Owner};

/// A route in a static of an expansion: a path of an annotated handler, or the handler itself if only a router knows the path.
#[doc(hidden)]
#[derive(Debug)]
pub struct NamedEndpoint {
    /// The path as written in the route attribute, without the prefixes of scopes, or the name of the function.
    pub name: &'static str,
    /// The policy and the methods.
    pub endpoint: Endpoint,
    /// Set once an application has it.
    seen: AtomicBool,
}

impl NamedEndpoint {
    #[must_use]
    #[allow(missing_docs, reason = "named only by expansions")]
    pub const fn new(name: &'static str, endpoint: Endpoint) -> Self {
        Self { name, endpoint, seen: AtomicBool::new(false) }
    }

    /// Returns the owner of the policy.
    #[must_use]
    #[inline]
    pub const fn owner(&self) -> Owner<'_> {
        Owner::Route(&self.endpoint, self.name)
    }

    /// Marks the route as one that an application has. Reports whether this is the first mark.
    #[inline]
    pub fn mark_seen(&self) -> bool {
        // Threads would wait for each other if each wrote.
        !self.seen.load(Ordering::Relaxed) && !self.seen.swap(true, Ordering::Relaxed)
    }
}

impl PartialEq for NamedEndpoint {
    /// Reports whether both are the same static.
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other)
    }
}

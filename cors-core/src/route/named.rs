//! A route with its name.

use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::adapter::{Adapter, Level, RequestHead};
use crate::explain::{hidden_handler, log_line, unserved_methods, without_cors};
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

    /// Logs that the handler is called and its policy does nothing: once if no application has it, else for each request of a page if
    /// its response is closed.
    pub fn log_undecided<'r, A: Adapter>(&self, head: impl RequestHead<'r>, is_closed: bool) {
        if self.mark_seen() {
            A::log(Level::Error, &without_cors(self.name));
        } else if is_closed {
            log_line::<A>(hidden_handler::<A>(self.name, head));
        }
    }

    /// Warns of `methods` that the attribute lists although the router does not call the handler for them at a path.
    pub fn warn_of_unserved<A: Adapter>(&self, methods: &[&str], path: &str) {
        if !methods.is_empty() {
            A::log(Level::Warn, &unserved_methods(self.name, methods, path));
        }
    }
}

impl PartialEq for NamedEndpoint {
    /// Reports whether both are the same static.
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other)
    }
}

//! An annotated handler, with its name and its policy.

use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::Request;
use cors_core::__adapter::{Adapter as _, Endpoint, HttpHead, Level, Owner, hidden_handler, log_line};
use cors_tower::__adapter::TowerAdapter;

/// The parts of an annotated handler that are known at compile time, and whether it was reported.
#[derive(Debug)]
pub struct AnnotatedHandler {
    /// The name of the function.
    pub(crate) name: &'static str,
    pub(crate) endpoint: Endpoint,
    /// Set once a router was asked about it, or the log says that none was.
    pub(crate) is_reported: AtomicBool,
}

impl AnnotatedHandler {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, endpoint: Endpoint) -> Self {
        Self { name, endpoint, is_reported: AtomicBool::new(false) }
    }

    pub(crate) fn owner(&self) -> Owner<'_> {
        Owner::Route(&self.endpoint, self.name)
    }

    /// Logs that this handler runs and its policy does nothing: once if no router was ever asked about it, else for each request of a page
    /// if its response is closed.
    pub(crate) fn log_closed(&self, request: &Request, is_closed: bool) {
        if !self.is_reported.swap(true, Ordering::Relaxed) {
            let line = format_args!(
                "no page of another origin gets to `{}`: there is no `Cors` around its router, or a service hides it; serve \
                 `Cors::new(router)`",
                self.name
            );
            TowerAdapter::log(Level::Error, &line);
        } else if is_closed {
            log_line::<TowerAdapter>(hidden_handler::<TowerAdapter>(self.name, HttpHead::from(request)));
        }
    }
}

impl PartialEq for AnnotatedHandler {
    /// Reports whether both are the same static.
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other)
    }
}

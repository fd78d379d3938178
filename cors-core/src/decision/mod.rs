//! The decision for one request: the headers of the response, and whether the response is made at once.

mod decide;
pub(crate) mod enforce;
mod headers;
pub(crate) mod predicate;
mod request;
mod route_methods;
mod step;

use headers::HeaderSet;
pub use headers::Headers;
pub use request::{FieldLines, Request, is_preflight};
pub(crate) use route_methods::RouteMethods;
pub use step::{DecisionStep, MaybeReady};

/// The decision for one request. It borrows from the policy only, so it can be kept until the response is sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision<'p> {
    /// A preflight for a method that the route serves. The response has the status [`Decision::status`], these headers
    /// and no body. No handler, guard or extractor runs.
    Preflight(Headers<'p>),
    /// Any other request, which is passed on. Every `Access-Control-*` header is removed from the response, whatever
    /// its status, and these headers are added.
    Decorate(Headers<'p>),
    /// A request that the route refuses (the key `enforce`). The response has the status [`Decision::status`], these
    /// headers and no body. No handler, guard or extractor runs.
    Refuse(Headers<'p>),
}

impl<'p> Decision<'p> {
    /// Returns the status of a response that is made at once: 204 for a successful preflight, 403 for a refusal.
    /// Returns `None` for a request that is passed on.
    #[must_use]
    pub const fn status(&self) -> Option<u16> {
        match self {
            Self::Preflight(headers) if headers.allowed().is_some() => Some(204),
            Self::Preflight(_) | Self::Refuse(_) => Some(403),
            Self::Decorate(_) => None,
        }
    }

    /// Returns the headers of the response.
    #[must_use]
    pub const fn headers(&self) -> &Headers<'p> {
        match self {
            Self::Preflight(headers) | Self::Decorate(headers) | Self::Refuse(headers) => headers,
        }
    }

    /// Returns the decision for a handler that received another handler's preflight. The response is decorated as a
    /// refused one.
    #[doc(hidden)]
    #[must_use]
    pub fn without_preflight(self) -> Self {
        match self {
            Self::Preflight(headers) => Self::Decorate(Headers { set: HeaderSet::None, ..headers }),
            decision => decision,
        }
    }
}

//! What a policy decides for one request: which headers the response gets, and whether to answer at once.

mod decide;
pub(crate) mod enforce;
mod headers;
pub(crate) mod predicate;
mod request;
mod route_methods;

pub use headers::Headers;
pub use predicate::PredicateCall;
pub use request::{FieldLines, Request};
pub(crate) use route_methods::RouteMethods;

/// The decision for one request. It borrows only from the policy, so it can wait for the response.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision<'p> {
    /// A preflight for a method that the route serves: answer with [`status`](PreflightResponse::status) and no body. No
    /// handler, guard or extractor runs.
    Preflight(PreflightResponse<'p>),
    /// Any other request: let it go its way, remove every `Access-Control-*` header from its response, whatever its
    /// outcome, and add these.
    Decorate(Headers<'p>),
    /// A request that the route refuses (the key `enforce`): answer with [`REFUSED`] and no body. No handler, guard or
    /// extractor runs.
    Refuse(Headers<'p>),
}

/// The status of an answer that refuses: 403.
pub const REFUSED: u16 = 403;

impl<'p> Decision<'p> {
    /// The headers of the response, whoever makes it.
    #[must_use]
    pub const fn headers(&self) -> &Headers<'p> {
        match self {
            Self::Preflight(answer) => &answer.headers,
            Self::Decorate(headers) | Self::Refuse(headers) => headers,
        }
    }

    /// What the response of a handler gets, to which somebody else's preflight has come all the same: an answer is not the
    /// handler's to give.
    #[doc(hidden)]
    #[must_use]
    pub fn without_preflight(self) -> Self {
        match self {
            Self::Preflight(PreflightResponse { headers, .. }) => {
                Self::Decorate(Headers { allow_origin: None, preflight: None, ..headers })
            }
            decision => decision,
        }
    }
}

/// The answer to a preflight.
#[derive(Debug, Clone, PartialEq)]
pub struct PreflightResponse<'p> {
    /// Whether the preflight succeeds.
    pub allowed: bool,
    /// The headers of the answer.
    pub headers: Headers<'p>,
}

impl PreflightResponse<'_> {
    /// 204 if the preflight succeeds, [`REFUSED`] otherwise.
    #[must_use]
    pub const fn status(&self) -> u16 {
        if self.allowed { 204 } else { REFUSED }
    }
}

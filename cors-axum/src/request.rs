//! The part of a request that is kept when the router gets it, since it is decided once the router has chosen a handler.

use cors_core::__adapter::{HttpHead, Owner};
use cors_core::http::HttpDecision;
use cors_tower::__private::MaybeDecided;
use http::header::ORIGIN;
use http::uri::PathAndQuery;
use http::{HeaderValue, Method, Request};

/// The part of a request's head that decides, unless a predicate or `enforce` needs more.
pub(crate) struct KeptHead {
    pub(crate) method: Method,
    pub(crate) path: Option<PathAndQuery>,
    origin: Option<HeaderValue>,
}

impl KeptHead {
    /// Returns `None` if there are several origins, of which there is more to say.
    pub(crate) fn of<B>(request: &Request<B>) -> Option<Self> {
        let mut origins = request.headers().get_all(ORIGIN).iter();
        let (origin, second) = (origins.next(), origins.next());
        let head = || Self {
            method: request.method().clone(),
            path: request.uri().path_and_query().cloned(),
            origin: origin.cloned(),
        };
        second.is_none().then(head)
    }

    /// Decides the request.
    pub(crate) fn decide(&self, owner: &Owner<'static>) -> MaybeDecided {
        let request = cors_core::Request {
            method: self.method.as_str().as_bytes(),
            origin: self.origin.iter().map(HeaderValue::as_bytes).collect(),
            ..cors_core::Request::default()
        };
        let decision = owner.step(owner.policy(), request).unapproved();
        MaybeDecided::Decided(HttpDecision::of_actual(decision, self.origin.as_ref()).into())
    }
}

/// Reports whether a request is a preflight.
pub(crate) fn is_preflight<B>(request: &Request<B>) -> bool {
    request.method() == Method::OPTIONS && cors_core::Request::of(HttpHead::from(request)).is_preflight()
}

//! The part of a request that is kept when the router gets it, since it is decided once the router has chosen a handler.

use cors_core::__adapter::Owner;
use cors_core::http::HttpDecision;
use cors_tower::__adapter::{Decided, MaybeDecided, decide_parts, with_parts};
use http::header::ORIGIN;
use http::request::Parts;
use http::{HeaderValue, Method, Request, Uri};

/// The part of a request that decides it.
pub(crate) struct KeptHead {
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    origin: Option<HeaderValue>,
    /// The whole head, if a predicate, `enforce` or the log needs more.
    whole: Option<Box<Parts>>,
}

impl KeptHead {
    /// Keeps the whole head if it `is_needed`, or if there are several origins, of which there is more to say.
    pub(crate) fn of<B>(request: &mut Request<B>, is_needed: bool) -> Self {
        let mut origins = request.headers().get_all(ORIGIN).iter();
        let (origin, second) = (origins.next().cloned(), origins.next());
        let is_needed = is_needed || second.is_some();
        let whole = is_needed.then(|| with_parts(request, |parts| Box::new(parts.clone())));
        Self { method: request.method().clone(), uri: request.uri().clone(), origin, whole }
    }

    /// Decides the request.
    pub(crate) fn decide(self, owner: Owner<'static>) -> MaybeDecided {
        if let Some(parts) = &self.whole {
            return decide_parts(owner, parts);
        }
        let request = cors_core::Request {
            method: self.method.as_str().as_bytes(),
            origin: self.origin.iter().map(HeaderValue::as_bytes).collect(),
            ..cors_core::Request::default()
        };
        let decision = owner.decide(&request);
        MaybeDecided::Decided(Decided::new(owner, HttpDecision::passed_on(decision, self.origin)))
    }
}

//! The part of a request that is kept when the router gets it, since it is decided once the router has chosen a handler.

use cors_core::__adapter::{Adapter as _, HttpHead};
use cors_core::__private::Endpoint;
use cors_core::http::HttpDecision;
use cors_tower::__private::{MaybeDecided, PolicyOwner, TowerAdapter, decide_parts};
use http::header::ORIGIN;
use http::request::Parts;
use http::uri::PathAndQuery;
use http::{HeaderValue, Method, Request};

/// The head of a request, or as much of it as decides.
pub(crate) struct Head {
    pub(crate) method: Method,
    pub(crate) path: Option<PathAndQuery>,
    origin: Option<HeaderValue>,
    /// All of it, if method and origin are not enough. It allocates.
    whole: Option<Box<Parts>>,
}

impl Head {
    /// Keeps what is needed of a request that is no preflight. Predicates, `enforce` and the log need the whole head, and there
    /// is more to say about several origins.
    pub(crate) fn of<B>(request: &Request<B>, needs_whole: bool) -> Self {
        let mut origins = request.headers().get_all(ORIGIN).iter();
        let (origin, has_several) = (origins.next(), origins.next().is_some());
        let is_whole = needs_whole || has_several || TowerAdapter::logs_debug();
        Self {
            method: request.method().clone(),
            path: request.uri().path_and_query().cloned(),
            origin: origin.cloned(),
            whole: is_whole.then(|| Box::new(copy(request))),
        }
    }

    /// Reports whether a handler can be decided by this.
    pub(crate) fn is_enough_for(&self, endpoint: &Endpoint) -> bool {
        self.whole.is_some() || !endpoint.decides_before_handler()
    }

    /// Decides the request.
    pub(crate) fn decide(&self, policy_owner: &impl PolicyOwner) -> MaybeDecided {
        if let Some(parts) = &self.whole {
            return decide_parts(policy_owner, parts);
        }
        let request = cors_core::Request {
            method: self.method.as_str().as_bytes(),
            origin: self.origin.iter().map(HeaderValue::as_bytes).collect(),
            ..cors_core::Request::default()
        };
        let owner = policy_owner.owner();
        let decision = owner.step(owner.policy(), request).unapproved();
        MaybeDecided::Decided(Some(HttpDecision::of_actual(decision, self.origin.as_ref())))
    }
}

/// Reports whether a request is a preflight.
pub(crate) fn is_preflight<B>(request: &Request<B>) -> bool {
    request.method() == Method::OPTIONS && cors_core::Request::of(HttpHead::from(request)).is_preflight()
}

fn copy<B>(request: &Request<B>) -> Parts {
    let mut parts = Request::new(()).into_parts().0;
    parts.method = request.method().clone();
    parts.uri = request.uri().clone();
    parts.version = request.version();
    parts.headers.clone_from(request.headers());
    parts.extensions.clone_from(request.extensions());
    parts
}

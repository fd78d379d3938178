//! The part of a request that is kept when the router gets it, since it is decided once the router has chosen a handler.

use cors_core::__adapter::Owner;
use cors_core::http::HttpDecision;
use cors_tower::__private::{MaybeDecided, decide_parts, with_parts};
use http::header::ORIGIN;
use http::request::Parts;
use http::uri::PathAndQuery;
use http::{HeaderValue, Method, Request, Uri};

/// The part of a request that decides it.
pub(crate) enum KeptHead {
    /// All that is read, unless a predicate, `enforce` or the log needs more.
    Origin {
        method: Method,
        path: Option<PathAndQuery>,
        origin: Option<HeaderValue>,
    },
    Whole(Box<Parts>),
}

impl KeptHead {
    /// Keeps the whole head if it `is_needed`, or if there are several origins, of which there is more to say.
    pub(crate) fn of<B>(request: &mut Request<B>, is_needed: bool) -> Self {
        let mut origins = request.headers().get_all(ORIGIN).iter();
        let (origin, second) = (origins.next(), origins.next());
        if is_needed || second.is_some() {
            return Self::Whole(with_parts(request, |parts| Box::new(parts.clone())));
        }
        let path = request.uri().path_and_query().cloned();
        Self::Origin { method: request.method().clone(), path, origin: origin.cloned() }
    }

    pub(crate) fn method(&self) -> &Method {
        match self {
            Self::Origin { method, .. } => method,
            Self::Whole(parts) => &parts.method,
        }
    }

    pub(crate) fn uri(&self) -> Option<Uri> {
        match self {
            Self::Origin { path, .. } => path.clone().map(Uri::from),
            Self::Whole(parts) => Some(parts.uri.clone()),
        }
    }

    /// Decides the request.
    pub(crate) fn decide(&self, owner: &Owner<'static>) -> MaybeDecided {
        let (method, origin) = match self {
            Self::Origin { method, origin, .. } => (method, origin),
            Self::Whole(parts) => return decide_parts(owner, owner.policy(), parts),
        };
        let request = cors_core::Request {
            method: method.as_str().as_bytes(),
            origin: origin.iter().map(HeaderValue::as_bytes).collect(),
            ..cors_core::Request::default()
        };
        let decision = owner.step(owner.policy(), request).unapproved();
        MaybeDecided::Decided(HttpDecision::of_actual(decision, origin.as_ref()).into())
    }
}

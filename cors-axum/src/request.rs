//! What is kept of a request that the router gets, and whose policy decides it.

use std::sync::Arc;

use cors_core::__private::{Adapter as _, HttpHead, Owner};
use cors_core::DefaultPolicy;
use cors_core::http::HttpDecision;
use cors_tower::__private::{MaybeDecided, PolicyOwner, TowerAdapter, decide_parts};
use http::header::ORIGIN;
use http::request::Parts;
use http::uri::PathAndQuery;
use http::{HeaderValue, Method, Request};

use crate::report::AnnotatedHandler;

/// Whose policy decides a request.
#[derive(Debug, Clone)]
pub(crate) enum Decider {
    Handler(&'static AnnotatedHandler),
    Default(Arc<DefaultPolicy>),
}

impl PolicyOwner for Decider {
    fn owner(&self) -> Owner<'_> {
        match self {
            Self::Handler(handler) => Owner::Route(&handler.endpoint),
            Self::Default(default) => Owner::Default(default),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Handler(handler) => handler.name,
            Self::Default(default) => default.name(),
        }
    }
}

/// A request without its body, for the time after the router has it.
pub(crate) enum Kept {
    /// An actual request, or one that is not CORS, for policies that look at nothing else.
    Short {
        method: Method,
        path: Option<PathAndQuery>,
        origin: Option<HeaderValue>,
    },
    Whole(Box<Parts>),
}

impl Kept {
    /// Keeps what is needed. A predicate, `enforce` and the log need the whole head, and there is more to say about a preflight
    /// and about several origins.
    pub(crate) fn of<B>(request: &Request<B>, needs_all: bool) -> Self {
        let method = request.method().clone();
        let mut origins = request.headers().get_all(ORIGIN).iter();
        let (origin, is_one) = (origins.next(), origins.next().is_none());
        if is_one && !needs_all && !TowerAdapter::logs_debug() && method != Method::OPTIONS {
            let path = request.uri().path_and_query().cloned();
            return Self::Short { method, path, origin: origin.cloned() };
        }
        let mut parts = Request::new(()).into_parts().0;
        (parts.method, parts.uri, parts.version) = (method, request.uri().clone(), request.version());
        parts.headers.clone_from(request.headers());
        parts.extensions.clone_from(request.extensions());
        Self::Whole(Box::new(parts))
    }

    pub(crate) fn method(&self) -> &Method {
        match self {
            Self::Short { method, .. } => method,
            Self::Whole(parts) => &parts.method,
        }
    }

    pub(crate) fn is_preflight(&self) -> bool {
        match self {
            Self::Short { .. } => false,
            Self::Whole(parts) => cors_core::Request::of(HttpHead::from(&**parts)).is_preflight(),
        }
    }

    /// Returns what a router needs to find a route.
    pub(crate) fn into_path(self) -> Option<PathAndQuery> {
        match self {
            Self::Short { path, .. } => path,
            Self::Whole(parts) => parts.uri.path_and_query().cloned(),
        }
    }

    /// Decides a request that the router has.
    pub(crate) fn decide(&self, decider: &Decider) -> MaybeDecided {
        let owner = decider.owner();
        match self {
            Self::Short { method, origin, .. } => {
                let request = cors_core::Request {
                    method: method.as_str().as_bytes(),
                    origin: origin.iter().map(HeaderValue::as_bytes).collect(),
                    ..cors_core::Request::default()
                };
                let decision = owner.step(owner.policy(), request).unapproved();
                MaybeDecided::Decided(Some(HttpDecision::of_actual(decision, origin.as_ref())))
            }
            Self::Whole(parts) => {
                let head = HttpHead::from(&**parts);
                let request = owner.request(head);
                if !request.is_preflight() {
                    return decide_parts(decider, parts);
                }
                // It goes to the handler of `OPTIONS`, since nobody serves the requested method.
                let decision = owner.step(owner.policy(), request).unapproved().without_preflight();
                MaybeDecided::Decided(Some(HttpDecision::new(decision, head)))
            }
        }
    }
}

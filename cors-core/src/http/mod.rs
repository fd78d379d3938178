//! Decisions in the types of the [`http`](https://docs.rs/http) crate, for frameworks that are built on it.
//!
//! ```
//! use cors_core::Policy;
//! use cors_core::http::HttpDecision;
//! use http::{Request, Response};
//!
//! /// Serves a request, which `handle` serves without CORS.
//! fn serve(policy: &Policy, request: Request<()>, handle: fn(Request<()>) -> Response<String>) -> Response<String> {
//!     match policy.respond_to(&request) {
//!         HttpDecision::Respond(response) => response.map(|()| String::new()),
//!         HttpDecision::Decorate(decoration) => {
//!             let mut response = handle(request);
//!             decoration.apply(response.headers_mut());
//!             response
//!         }
//!     }
//! }
//!
//! let policy = Policy::builder().origins(["https://app.example.com"]).build()?;
//! let request = Request::get("/").header("origin", "https://app.example.com").body(()).unwrap();
//! let response = serve(&policy, request, |_| Response::new("hello".to_owned()));
//! assert_eq!(response.headers()["access-control-allow-origin"], "https://app.example.com");
//! assert_eq!(response.headers()["vary"], "Origin");
//! # Ok::<(), cors_core::PolicyError>(())
//! ```

mod head;

use ::http::header::{HeaderMap, HeaderValue};
use ::http::request::Parts;
use ::http::{HeaderName as HttpName, Response, StatusCode, header};

use crate::adapter::{Adapter, ResponseHead as _};
use crate::decision::{Decision, Headers, Request};
use crate::header::replace::replace;
use crate::header::{HeaderName, PreparedMaps, Value};
use crate::policy::{Policy, Repr};
use crate::route::{DefaultPolicy, Owner};

#[doc(hidden)]
pub use head::HttpHead;

/// A decision in types of the [`http`](https://docs.rs/http) crate; made by [`Policy::respond_to`] and [`DefaultPolicy::respond_to`].
#[derive(Debug, Clone)]
pub enum HttpDecision<'p> {
    /// A response to return at once: `response.map(|()| body)` with an empty body.
    Respond(Response<()>),
    /// A request to pass on, whose response has to be [decorated](Decoration::apply).
    Decorate(Decoration<'p>),
}

/// The headers to put on a response. They can be kept until the response is ready.
#[derive(Debug, Clone)]
pub struct Decoration<'p> {
    headers: Headers<'p>,
    /// The request's origin, if the response has to repeat it.
    origin: Option<HeaderValue>,
}

impl Policy {
    /// Decides a request to a service with this single policy, as [`Policy::decide_without_route`] does.
    ///
    /// A preflight for a method that the policy does not allow is passed on like every other request.
    #[must_use]
    pub fn respond_to<B>(&self, request: &::http::Request<B>) -> HttpDecision<'_> {
        self.respond_to_head(request.into())
    }

    /// Decides like [`respond_to`](Self::respond_to), for a request without its body.
    #[must_use]
    pub fn respond(&self, parts: &Parts) -> HttpDecision<'_> {
        self.respond_to_head(parts.into())
    }

    fn respond_to_head(&self, head: HttpHead<'_>) -> HttpDecision<'_> {
        HttpDecision::new(self.decide_without_route(&Request::of(head)), head, None)
    }
}

impl DefaultPolicy {
    /// Decides a request by the current policy, like [`Policy::respond_to`].
    #[must_use]
    pub fn respond_to<B>(&self, request: &::http::Request<B>) -> HttpDecision<'static> {
        let head = HttpHead::from(request);
        Owner::Default(self.clone()).http_decision(self.decide(&Request::of(head)), head)
    }
}

impl<'p> HttpDecision<'p> {
    #[inline]
    fn new(decision: Decision<'p>, head: HttpHead<'_>, maps: Option<&PreparedMaps>) -> Self {
        let headers = decision.headers();
        let origin = headers.repeats_origin().then(|| head.headers.get(header::ORIGIN)).flatten();
        let Some(status) = decision.status() else {
            return Self::Decorate(Decoration::new(decision, origin.cloned()));
        };
        let requested = || head.headers.get(header::ACCESS_CONTROL_REQUEST_METHOD);
        let requested = headers.repeats_method().then(requested).flatten();
        let mut response = Response::new(());
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::FORBIDDEN);
        *response.headers_mut() = all_headers(headers, origin, requested, maps);
        Self::Respond(response)
    }

    /// Converts a decision to pass a request on, of which `Origin` is enough.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn passed_on(decision: Decision<'p>, origin: Option<HeaderValue>) -> Self {
        debug_assert!(decision.status().is_none(), "it is answered at once");
        let origin = origin.filter(|_| decision.headers().repeats_origin());
        Self::Decorate(Decoration::new(decision, origin))
    }
}

impl Owner<'_> {
    /// Converts a decision of this owner, and keeps the request's origin if the response has to repeat it.
    #[must_use]
    #[inline]
    pub fn http_decision(&self, decision: Decision<'static>, head: HttpHead<'_>) -> HttpDecision<'static> {
        let maps = decision.status().and_then(|_| self.state().prepared_maps(&decision.headers().policy));
        HttpDecision::new(decision, head, maps)
    }

    /// Puts the headers on one response, to which the kept origin is moved, and warns of those that they replace.
    pub fn decorate<A: Adapter>(&self, decoration: &mut Decoration<'static>, headers: &mut HeaderMap) {
        let removed = decoration.apply_with(headers, self.state().prepared_maps(&decoration.headers.policy));
        self.warn_removed::<A>(&removed);
    }
}

impl<'p> Decoration<'p> {
    fn new(decision: Decision<'p>, origin: Option<HeaderValue>) -> Self {
        let (Decision::Preflight(headers) | Decision::Decorate(headers) | Decision::Refuse(headers)) =
            decision;
        Self { headers, origin }
    }

    /// Puts the headers on a response. Other `Access-Control-*` headers are removed, and `Vary` is merged.
    pub fn apply(mut self, headers: &mut HeaderMap) {
        self.apply_with(headers, None);
    }

    /// Moves the kept origin to the response. Returns the names of the removed headers.
    fn apply_with(&mut self, headers: &mut HeaderMap, maps: Option<&PreparedMaps>) -> Vec<String> {
        let Self { headers: ours, origin } = self;
        replace(headers, ours.vary(), |headers| match prepared_map(ours, maps) {
            Some(map) => {
                for (name, value) in map.iter().filter(|(name, _)| *name != header::VARY) {
                    let is_allow_origin = *name == header::ACCESS_CONTROL_ALLOW_ORIGIN;
                    let origin = if is_allow_origin { origin.take() } else { None };
                    headers.insert(name.clone(), origin.unwrap_or_else(|| value.clone()));
                }
            }
            None => add(ours, origin.as_ref(), None, headers),
        })
    }
}

/// Returns the headers for a response without other headers. `requested` is the only method, if the router alone knows it.
fn all_headers(
    headers: &Headers<'_>,
    origin: Option<&HeaderValue>,
    requested: Option<&HeaderValue>,
    maps: Option<&PreparedMaps>,
) -> HeaderMap {
    let Some(map) = prepared_map(headers, maps) else {
        return header_map(headers, origin, requested);
    };
    let mut made = map.clone();
    for (name, place) in &mut made {
        let of_request = match *name {
            header::ACCESS_CONTROL_ALLOW_ORIGIN => origin,
            header::ACCESS_CONTROL_ALLOW_METHODS => requested,
            _ => None,
        };
        if let Some(value) = of_request {
            place.clone_from(value);
        }
    }
    made
}

/// Returns the prepared headers, and prepares those of a new shape. They are kept in `maps` of the owner, or else in a policy that
/// was made at run time.
///
/// A policy keeps no methods that are not its own, because it can be that of several routes.
fn prepared_map<'h>(headers: &'h Headers<'_>, maps: Option<&'h PreparedMaps>) -> Option<&'h HeaderMap> {
    let of_policy = || match &headers.policy.__repr {
        Repr::Shared(parts) if headers.has_methods_of_policy() => Some(&parts.prepared),
        _ => None,
    };
    maps.or_else(of_policy)?.get_or_prepare(headers.shape(), || {
        let later = HeaderValue::from_static("");
        let requested = headers.repeats_method().then_some(&later);
        header_map(headers, Some(&later), requested)
    })
}

fn header_map(
    headers: &Headers<'_>,
    origin: Option<&HeaderValue>,
    requested: Option<&HeaderValue>,
) -> HeaderMap {
    let mut made = HeaderMap::new();
    add(headers, origin, requested, &mut made);
    if let Some(names) = headers.vary().missing_from([]) {
        made.append_vary(names);
    }
    made
}

fn add(
    headers: &Headers<'_>,
    origin: Option<&HeaderValue>,
    requested: Option<&HeaderValue>,
    map: &mut HeaderMap,
) {
    for (name, value) in headers.iter() {
        let value = match value {
            _ if name == HeaderName::AllowCredentials => Some(const { HeaderValue::from_static("true") }),
            Value::Static(text) => Some(HeaderValue::from_static(text)),
            Value::Borrowed(text) => HeaderValue::from_str(text).ok(),
            Value::Owned(text) => HeaderValue::try_from(text).ok(),
            Value::RequestOrigin => origin.cloned(),
        };
        if let Some(value) = value {
            map.insert(http_name(name), value);
        }
    }
    if let Some(method) = requested {
        map.insert(header::ACCESS_CONTROL_ALLOW_METHODS, method.clone());
    }
}

const fn http_name(name: HeaderName) -> HttpName {
    match name {
        HeaderName::AllowOrigin => header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderName::AllowCredentials => header::ACCESS_CONTROL_ALLOW_CREDENTIALS,
        HeaderName::AllowMethods => header::ACCESS_CONTROL_ALLOW_METHODS,
        HeaderName::AllowHeaders => header::ACCESS_CONTROL_ALLOW_HEADERS,
        HeaderName::MaxAge => header::ACCESS_CONTROL_MAX_AGE,
        HeaderName::ExposeHeaders => header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderName::CacheControl => header::CACHE_CONTROL,
    }
}

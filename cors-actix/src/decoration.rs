//! Between cors-core's bytes and actix-web's headers.
//!
//! cors-core does the same for the `http` crate; actix-web has a header map of its own and an older version of the
//! rest, so that nothing but the words can be shared.

use std::borrow::Cow;

use actix_web::dev::RequestHead;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::web::Bytes;
use cors_core::{Decision, HeaderName as CorsName, Headers, Lines, Policy, Request, Value};

/// What a decision looks at.
pub(crate) fn request(head: &RequestHead) -> Request<'_> {
    let lines = |name| head.headers().get_all(name).map(HeaderValue::as_bytes).collect::<Lines<'_>>();
    // Only a preflight asks, so other requests are spared the look-up.
    let asks = head.method == Method::OPTIONS;
    Request {
        method: head.method.as_str().as_bytes(),
        origin: lines(header::ORIGIN),
        requested_method: if asks { lines(header::ACCESS_CONTROL_REQUEST_METHOD) } else { Lines::None },
        ..Request::default()
    }
}

/// As [`request`], with what a route looks at that refuses requests itself.
pub(crate) fn request_with_site(head: &RequestHead) -> Request<'_> {
    let lines = |name| head.headers().get_all(name).map(HeaderValue::as_bytes).collect::<Lines<'_>>();
    // HTTP/2 has the host in the URL.
    let authority = head.uri.authority().map(|authority| Lines::One(authority.as_str().as_bytes()));
    Request {
        fetch_site: lines(HeaderName::from_static("sec-fetch-site")),
        host: authority.unwrap_or_else(|| lines(header::HOST)),
        ..request(head)
    }
}

/// The headers that a response gets, decided when its request came.
#[derive(Clone)]
pub(crate) struct Decoration {
    headers: Headers<'static>,
    /// The request's origin, where the response has to repeat it.
    origin: Option<HeaderValue>,
}

impl Decoration {
    pub(crate) fn new(decision: Decision<'static>, head: &RequestHead) -> Self {
        let headers = decision.into_headers();
        let repeats = headers.repeats_origin();
        let origin = repeats.then(|| head.headers().get(header::ORIGIN).cloned()).flatten();
        Self { headers, origin }
    }

    /// Nothing, but that the application's own headers are removed.
    pub(crate) fn nothing() -> Self {
        static CLOSED: Policy = Policy::SAME_ORIGIN;
        Self { headers: CLOSED.decide_alone(&Request::default()).into_headers(), origin: None }
    }

    /// Puts the headers on a response. The `Access-Control-*` headers that it had are returned.
    pub(crate) fn apply(&self, headers: &mut HeaderMap) -> Vec<HeaderName> {
        let foreign: Vec<HeaderName> =
            headers.keys().filter(|name| CorsName::is_reserved(name.as_str())).cloned().collect();
        for name in &foreign {
            headers.remove(name);
        }
        let ours = self.headers.iter();
        // One growth of the map in the place of several; `Vary` is the last.
        headers.reserve(ours.size_hint().1.unwrap_or_default() + 1);
        for (name, value) in ours {
            // None of these names is there any more.
            if let Some(value) = self.value(value) {
                headers.append(header_name(name), value);
            }
        }
        let vary = self.headers.vary().missing_from(headers.get_all(header::VARY).map(HeaderValue::as_bytes));
        let vary = vary.and_then(|names| match names {
            Cow::Borrowed(names) => literal(names),
            Cow::Owned(names) => HeaderValue::try_from(names).ok(),
        });
        if let Some(names) = vary {
            headers.append(header::VARY, names);
        }
        foreign
    }

    fn value(&self, value: Value<'_>) -> Option<HeaderValue> {
        match value {
            Value::Static(text) => literal(text),
            Value::Policy(text) => HeaderValue::from_str(text).ok(),
            Value::Owned(text) => HeaderValue::try_from(text).ok(),
            Value::RequestOrigin => self.origin.clone(),
        }
    }
}

/// As `HeaderValue::from_static`, but in fewer steps for each byte.
fn literal(text: &'static str) -> Option<HeaderValue> {
    HeaderValue::from_maybe_shared(Bytes::from_static(text.as_bytes())).ok()
}

const fn header_name(name: CorsName) -> HeaderName {
    match name {
        CorsName::AllowOrigin => header::ACCESS_CONTROL_ALLOW_ORIGIN,
        CorsName::AllowCredentials => header::ACCESS_CONTROL_ALLOW_CREDENTIALS,
        CorsName::AllowMethods => header::ACCESS_CONTROL_ALLOW_METHODS,
        CorsName::AllowHeaders => header::ACCESS_CONTROL_ALLOW_HEADERS,
        CorsName::MaxAge => header::ACCESS_CONTROL_MAX_AGE,
        CorsName::ExposeHeaders => header::ACCESS_CONTROL_EXPOSE_HEADERS,
        CorsName::CacheControl => header::CACHE_CONTROL,
    }
}

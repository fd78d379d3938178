//! A policy for any framework that speaks the types of the [`http`] crate.

use std::borrow::Cow;

use ::http::header::{self, HeaderMap, HeaderValue};
use ::http::request::Parts;
use ::http::{HeaderName as HttpName, Method, StatusCode};

use crate::decision::{Decision, HeaderName, Headers, Value};
use crate::policy::Policy;
use crate::request::{Lines, Request};

/// What to do with a request; made by [`Policy::respond`].
#[derive(Debug, Clone)]
pub enum Response<'p> {
    /// A preflight: answer with this status, these headers and no body.
    Answer(StatusCode, HeaderMap),
    /// Any other request: pass it on, then [decorate](Decoration::apply) its response.
    Decorate(Decoration<'p>),
}

/// The headers to put on a response.
#[derive(Debug, Clone)]
pub struct Decoration<'p> {
    headers: Headers<'p>,
    /// The request's origin, where the response has to repeat it.
    origin: Option<HeaderValue>,
}

impl Policy {
    /// What a request gets from a service that has this one policy.
    ///
    /// The policy's methods, or the CORS-safelisted ones if it has none, are those that pages of other origins may
    /// use. A preflight for any other method is passed on like every other request.
    ///
    /// ```
    /// use cors_core::{Policy, Response};
    ///
    /// let policy = Policy::builder().origins(["https://app.example.com"]).build()?;
    /// let request = http::Request::get("/").header("origin", "https://app.example.com").body(()).unwrap();
    /// let (parts, _body) = request.into_parts();
    ///
    /// let Response::Decorate(decoration) = policy.respond(&parts) else { panic!() };
    /// let mut headers = http::HeaderMap::new();
    /// decoration.apply(&mut headers);
    /// assert_eq!(headers["access-control-allow-origin"], "https://app.example.com");
    /// assert_eq!(headers["vary"], "Origin");
    /// # Ok::<(), cors_core::PolicyError>(())
    /// ```
    #[must_use]
    pub fn respond(&self, parts: &Parts) -> Response<'_> {
        let request = Request {
            method: parts.method.as_str().as_bytes(),
            origin: lines(&parts.headers, &header::ORIGIN),
            // Only a preflight asks, so other requests are spared the look-up.
            requested_method: match parts.method {
                Method::OPTIONS => lines(&parts.headers, &header::ACCESS_CONTROL_REQUEST_METHOD),
                _ => Lines::None,
            },
            ..Request::default()
        };
        match self.decide_alone(&request) {
            Decision::Answer(answer) => {
                let status = StatusCode::from_u16(answer.status()).unwrap_or(StatusCode::FORBIDDEN);
                let mut headers = HeaderMap::new();
                Decoration::new(answer.headers, parts).apply(&mut headers);
                Response::Answer(status, headers)
            }
            Decision::Decorate(headers) | Decision::Refuse(headers) => {
                Response::Decorate(Decoration::new(headers, parts))
            }
        }
    }
}

fn lines<'r>(headers: &'r HeaderMap, name: &HttpName) -> Lines<'r> {
    headers.get_all(name).iter().map(HeaderValue::as_bytes).collect()
}

impl<'p> Decoration<'p> {
    fn new(headers: Headers<'p>, parts: &Parts) -> Self {
        let repeats = headers.repeats_origin();
        let origin = repeats.then(|| parts.headers.get(header::ORIGIN).cloned()).flatten();
        Self { headers, origin }
    }

    /// Puts the headers on a response: other `Access-Control-*` headers are removed, `Vary` is merged.
    pub fn apply(&self, headers: &mut HeaderMap) {
        let reserved: Vec<HttpName> =
            headers.keys().filter(|name| HeaderName::is_reserved(name.as_str())).cloned().collect();
        for name in reserved {
            headers.remove(name);
        }
        for (name, value) in self.headers.iter() {
            if let Some(value) = self.value(value) {
                headers.insert(http_name(name), value);
            }
        }
        let vary =
            self.headers.vary().missing_from(headers.get_all(header::VARY).iter().map(HeaderValue::as_bytes));
        if let Some(names) = vary {
            let names = match names {
                Cow::Borrowed(names) => Some(HeaderValue::from_static(names)),
                Cow::Owned(names) => HeaderValue::try_from(names).ok(),
            };
            headers.extend(names.map(|names| (header::VARY, names)));
        }
    }

    fn value(&self, value: Value<'_>) -> Option<HeaderValue> {
        match value {
            Value::Static(text) => Some(HeaderValue::from_static(text)),
            Value::Policy(text) => HeaderValue::from_str(text).ok(),
            Value::Owned(text) => HeaderValue::try_from(text).ok(),
            Value::RequestOrigin => self.origin.clone(),
        }
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

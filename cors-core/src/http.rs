//! A policy for any framework that speaks the types of the [`http`] crate.

use std::borrow::Cow;

use ::http::header::{Entry, GetAll, HeaderMap, HeaderValue};
use ::http::request::Parts;
use ::http::{HeaderName as HttpName, Method, StatusCode, header};

use crate::decision::{Decision, FieldLines, Headers, Request};
use crate::header::{AllowOrigin, HeaderName, Value, Vary, VaryOn};
use crate::policy::{Policy, PolicyRef};

/// What to do with a request; made by [`Policy::respond`].
#[derive(Debug, Clone)]
pub enum HttpDecision<'p> {
    /// A preflight: answer with this status, these headers and no body.
    Preflight(StatusCode, HeaderMap),
    /// Any other request: pass it on, then [decorate](Decoration::apply) its response.
    Decorate(Decoration<'p>),
}

/// The headers to put on a response.
#[derive(Debug, Clone)]
pub struct Decoration<'p> {
    policy: &'p Policy,
    allow_origin: Option<AllowOrigin>,
    vary: VaryOn,
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
    /// use cors_core::{Policy, HttpDecision};
    ///
    /// let policy = Policy::builder().origins(["https://app.example.com"]).build()?;
    /// let request = http::Request::get("/").header("origin", "https://app.example.com").body(()).unwrap();
    /// let (parts, _body) = request.into_parts();
    ///
    /// let HttpDecision::Decorate(decoration) = policy.respond(&parts) else { panic!() };
    /// let mut headers = http::HeaderMap::new();
    /// decoration.apply(&mut headers);
    /// assert_eq!(headers["access-control-allow-origin"], "https://app.example.com");
    /// assert_eq!(headers["vary"], "Origin");
    /// # Ok::<(), cors_core::PolicyError>(())
    /// ```
    #[must_use]
    pub fn respond(&self, parts: &Parts) -> HttpDecision<'_> {
        self.respond_by(&parts.method, &parts.headers)
    }

    /// The same as [`respond`](Self::respond), for a request that is whole, as a middleware has it and passes it on.
    #[must_use]
    pub fn respond_to<B>(&self, request: &::http::Request<B>) -> HttpDecision<'_> {
        self.respond_by(request.method(), request.headers())
    }

    fn respond_by(&self, method: &Method, headers: &HeaderMap) -> HttpDecision<'_> {
        let origin = headers.get_all(header::ORIGIN);
        let request = Request {
            method: method.as_str().as_bytes(),
            origin: lines(&origin),
            // Only a preflight asks, so other requests are spared the look-up.
            requested_method: match *method {
                Method::OPTIONS => lines(&headers.get_all(header::ACCESS_CONTROL_REQUEST_METHOD)),
                _ => FieldLines::Absent,
            },
            ..Request::default()
        };
        let decision = self.decide_alone(&request);
        let headers = decision.headers();
        let origin = if headers.repeats_origin() { origin.iter().next().cloned() } else { None };
        match &decision {
            Decision::Preflight(answer) => {
                let status = StatusCode::from_u16(answer.status()).unwrap_or(StatusCode::FORBIDDEN);
                HttpDecision::Preflight(status, alone(headers, origin))
            }
            Decision::Decorate(_) | Decision::Refuse(_) => {
                let Headers { allow_origin, vary, .. } = *headers;
                HttpDecision::Decorate(Decoration { policy: self, allow_origin, vary, origin })
            }
        }
    }
}

fn lines<'r>(lines: &GetAll<'r, HeaderValue>) -> FieldLines<'r> {
    lines.iter().map(HeaderValue::as_bytes).collect()
}

impl Decoration<'_> {
    /// Puts the headers on a response: other `Access-Control-*` headers are removed, `Vary` is merged.
    pub fn apply(self, headers: &mut HeaderMap) {
        let Self { policy, allow_origin, vary, origin } = self;
        let own = Headers { policy: PolicyRef::Borrowed(policy), allow_origin, preflight: None, vary };
        if headers.is_empty() {
            *headers = alone(&own, origin);
            return;
        }
        let reserved: Vec<HttpName> =
            headers.keys().filter(|name| HeaderName::is_reserved(name.as_str())).cloned().collect();
        for name in reserved {
            headers.remove(name);
        }
        let vary = own.vary();
        let mut put = |name, value| put(headers, name, value, vary);
        match prepared(&own) {
            Some(prepared) => {
                for (name, value) in prepared {
                    let origin = origin.as_ref().filter(|_| *name == header::ACCESS_CONTROL_ALLOW_ORIGIN);
                    put(name.clone(), origin.unwrap_or(value).clone());
                }
            }
            None => each(&own, origin, put),
        }
    }
}

/// The headers of a response that has no others.
fn alone(headers: &Headers<'_>, origin: Option<HeaderValue>) -> HeaderMap {
    let mut made = match prepared(headers) {
        Some(prepared) => prepared.clone(),
        None => return made(headers, origin),
    };
    let is_place = |name: &HttpName| *name == header::ACCESS_CONTROL_ALLOW_ORIGIN;
    // It stands first, where no hash is needed to find it.
    if let (Some(origin), Some((_, place))) = (origin, made.iter_mut().find(|(name, _)| is_place(name))) {
        *place = origin;
    }
    made
}

fn made(headers: &Headers<'_>, origin: Option<HeaderValue>) -> HeaderMap {
    let mut made = HeaderMap::new();
    each(headers, origin, |name, value| _ = made.insert(name, value));
    made
}

/// Calls `put` for each header, if the response has no `Vary` yet.
fn each(headers: &Headers<'_>, mut origin: Option<HeaderValue>, mut put: impl FnMut(HttpName, HeaderValue)) {
    for (name, value) in headers.iter() {
        let value = match value {
            Value::Static(text) => Some(HeaderValue::from_static(text)),
            Value::Policy(text) => HeaderValue::from_str(text).ok(),
            Value::Owned(text) => HeaderValue::try_from(text).ok(),
            Value::RequestOrigin => origin.take(),
        };
        if let Some(value) = value {
            put(http_name(name), value);
        }
    }
    if let Some(names) = headers.vary().missing_from([]).and_then(line) {
        put(header::VARY, names);
    }
}

fn put(headers: &mut HeaderMap, name: HttpName, value: HeaderValue, vary: Vary) {
    if name != header::VARY {
        headers.insert(name, value);
        return;
    }
    match headers.entry(name) {
        Entry::Vacant(place) => _ = place.insert(value),
        Entry::Occupied(mut lines) => {
            let missing = vary.missing_from(lines.iter().map(HeaderValue::as_bytes));
            if let Some(names) = missing.and_then(line) {
                lines.append(names);
            }
        }
    }
}

fn line(names: Cow<'static, str>) -> Option<HeaderValue> {
    match names {
        Cow::Borrowed(names) => Some(HeaderValue::from_static(names)),
        Cow::Owned(names) => HeaderValue::try_from(names).ok(),
    }
}

/// Returns the prepared headers of a policy made at run time, and prepares them if these are the first of their shape.
fn prepared<'h>(headers: &'h Headers<'_>) -> Option<&'h HeaderMap> {
    let cell = headers.policy.prepared()?.get(headers.shape())?;
    Some(cell.get_or_init(|| made(headers, Some(HeaderValue::from_static("")))))
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

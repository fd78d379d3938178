//! Between cors-core's bytes and actix-web's headers.
//!
//! cors-core does the same for the `http` crate; actix-web has a header map of its own and an older version of the
//! rest, so that nothing but the words can be shared.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use actix_web::dev::RequestHead;
use actix_web::http::header;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use cors_core::__private::PolicyId;
use cors_core::{HeaderName as CorsName, Headers, Policy, Request, Value, Vary};

/// The headers that a response gets, decided when its request came.
#[derive(Clone)]
pub(crate) struct ResponseHeaders {
    made: Rc<PreparedHeaders>,
    /// The request's, where the response repeats it.
    origin: Option<HeaderValue>,
}

/// The headers but for an origin that the response repeats.
#[derive(Debug)]
struct PreparedHeaders {
    headers: Vec<(HeaderName, HeaderValue)>,
    vary: Vary,
    /// What goes onto a response that has no `Vary` yet.
    lone_vary: Option<HeaderValue>,
}

/// What has been made for each policy and [shape](Headers::shape), to be used again: then nothing is checked, copied or
/// allocated for a response.
#[derive(Debug, Default)]
pub(crate) struct HeaderCache(RefCell<Vec<(PolicyId, Shapes)>>);

type Shapes = [Option<Rc<PreparedHeaders>>; Headers::SHAPES];

impl ResponseHeaders {
    pub(crate) fn new(headers: &Headers<'static>, head: &RequestHead, cache: &HeaderCache) -> Self {
        let origin =
            if headers.repeats_origin() { head.headers().get(&header::ORIGIN).cloned() } else { None };
        Self { made: cache.made(headers), origin }
    }

    /// Nothing, but that the application's own headers are removed.
    pub(crate) fn nothing() -> Self {
        static CLOSED: Policy = Policy::SAME_ORIGIN;
        let made = PreparedHeaders::new(CLOSED.decide_alone(&Request::default()).headers());
        Self { made: Rc::new(made), origin: None }
    }

    /// Puts the headers on a response. The `Access-Control-*` headers that it had are returned.
    pub(crate) fn apply(self, headers: &mut HeaderMap) -> Vec<HeaderName> {
        let PreparedHeaders { headers: ours, vary, lone_vary } = &*self.made;
        let (mut foreign, mut has_vary) = (Vec::new(), false);
        for name in headers.keys() {
            has_vary |= name == header::VARY;
            if CorsName::is_reserved(name.as_str()) {
                foreign.push(name.clone());
            }
        }
        for name in &foreign {
            headers.remove(name);
        }
        // None of these names is there any more.
        if let Some(origin) = self.origin {
            headers.append(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        for (name, value) in ours {
            headers.append(name.clone(), value.clone());
        }
        let missing = match has_vary {
            true => merged(*vary, headers),
            false => lone_vary.clone(),
        };
        if let Some(names) = missing {
            headers.append(header::VARY, names);
        }
        foreign
    }
}

fn merged(vary: Vary, headers: &HeaderMap) -> Option<HeaderValue> {
    vary.missing_from(headers.get_all(header::VARY).map(HeaderValue::as_bytes)).and_then(line)
}

fn line(names: Cow<'static, str>) -> Option<HeaderValue> {
    match names {
        Cow::Borrowed(names) => Some(HeaderValue::from_static(names)),
        Cow::Owned(names) => HeaderValue::try_from(names).ok(),
    }
}

impl HeaderCache {
    /// Of a function that returns more policies, what was made first is made anew.
    const MOST: usize = 8;

    fn made(&self, headers: &Headers<'static>) -> Rc<PreparedHeaders> {
        let mut policies = self.0.borrow_mut();
        let place = match policies.iter().position(|(id, _)| id.is_of(headers.policy())) {
            Some(place) => place,
            None => {
                policies.retain(|(id, _)| !id.is_gone());
                if policies.len() == Self::MOST {
                    policies.remove(0);
                }
                policies.push((headers.policy().id(), Shapes::default()));
                policies.len() - 1
            }
        };
        let made = || Rc::new(PreparedHeaders::new(headers));
        match policies.get_mut(place).and_then(|(_, shapes)| shapes.get_mut(headers.shape())) {
            Some(cached) => Rc::clone(cached.get_or_insert_with(made)),
            None => made(),
        }
    }
}

impl PreparedHeaders {
    fn new(headers: &Headers<'_>) -> Self {
        Self {
            headers: headers
                .iter()
                .filter_map(|(name, text)| Some((header_name(name), value(text)?)))
                .collect(),
            vary: headers.vary(),
            lone_vary: headers.vary().missing_from([]).and_then(line),
        }
    }
}

fn value(value: Value<'_>) -> Option<HeaderValue> {
    match value {
        Value::Static(text) => Some(HeaderValue::from_static(text)),
        Value::Policy(text) => HeaderValue::from_str(text).ok(),
        Value::Owned(text) => HeaderValue::try_from(text).ok(),
        // It is kept beside what is made.
        Value::RequestOrigin => None,
    }
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

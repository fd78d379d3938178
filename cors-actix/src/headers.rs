//! The headers of a decision in types of actix-web, prepared once per policy.

use std::cell::RefCell;
use std::rc::Rc;

use actix_web::Error;
use actix_web::dev::{RequestHead, ServiceResponse};
use actix_web::http::header;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use cors_core::__private::{PolicyId, ResponseHead as _, replace};
use cors_core::{HeaderName as CorsName, Headers, Policy, Request, Value, Vary};

use crate::adapter::ResponseMap;

/// The headers of a response, decided when its request arrived.
#[derive(Clone)]
pub(crate) struct ResponseHeaders {
    prepared: Rc<PreparedHeaders>,
    /// The origin of the request, if the response repeats it.
    origin: Option<HeaderValue>,
}

/// Prepared headers, without an origin that the response repeats.
#[derive(Debug)]
struct PreparedHeaders {
    headers: Vec<(HeaderName, HeaderValue)>,
    vary: Vary,
    /// The line for a response without a `Vary` header.
    lone_vary: Option<HeaderValue>,
}

/// Prepared headers by policy and [shape](Headers::shape). With them, a response needs no check, copy or allocation.
#[derive(Debug, Default)]
pub(crate) struct HeaderCache(RefCell<Vec<(PolicyId, ByShape)>>);

type ByShape = [Option<Rc<PreparedHeaders>>; Headers::SHAPES];

impl ResponseHeaders {
    pub(crate) fn new(headers: &Headers<'static>, head: &RequestHead, cache: &HeaderCache) -> Self {
        let origin =
            if headers.repeats_origin() { head.headers().get(&header::ORIGIN).cloned() } else { None };
        Self { prepared: cache.get_or_prepare(headers), origin }
    }

    /// Returns no headers, so that a response only loses its own `Access-Control-*` headers.
    pub(crate) fn nothing() -> Self {
        static CLOSED: Policy = Policy::SAME_ORIGIN;
        let prepared = PreparedHeaders::new(CLOSED.decide_without_route(&Request::default()).headers());
        Self { prepared: Rc::new(prepared), origin: None }
    }

    /// Puts the headers on a response or error, and calls `warn` with the names of those that were removed.
    pub(crate) fn decorate<B>(
        self,
        result: &mut Result<ServiceResponse<B>, Error>,
        warn: impl Fn(&[String]) + 'static,
    ) {
        match result {
            Ok(response) => warn(&self.apply(response.headers_mut())),
            // Middleware inside has failed. Its response is made later, outside of this service.
            Err(error) => error.add_response_mapper(move |mut response| {
                warn(&self.clone().apply(response.headers_mut()));
                response
            }),
        }
    }

    /// Puts the headers on a response, and returns the names of the `Access-Control-*` headers that it had before.
    pub(crate) fn apply(self, headers: &mut HeaderMap) -> Vec<String> {
        let PreparedHeaders { headers: ours, vary, lone_vary } = &*self.prepared;
        replace(
            &mut ResponseMap(headers),
            *vary,
            || lone_vary.clone(),
            |ResponseMap(headers)| {
                // Headers of these names have been removed before.
                if let Some(origin) = self.origin {
                    headers.append(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
                }
                for (name, value) in ours {
                    headers.append(name.clone(), value.clone());
                }
            },
        )
    }
}

impl HeaderCache {
    /// The number of policies that are kept per route. A function may return more; the oldest is dropped and prepared
    /// again.
    const CAPACITY: usize = 8;

    fn get_or_prepare(&self, headers: &Headers<'static>) -> Rc<PreparedHeaders> {
        let mut policies = self.0.borrow_mut();
        let place = match policies.iter().position(|(id, _)| id.is_of(headers.policy())) {
            Some(place) => place,
            None => {
                policies.retain(|(id, _)| !id.is_gone());
                if policies.len() == Self::CAPACITY {
                    policies.remove(0);
                }
                policies.push((headers.policy().id(), ByShape::default()));
                policies.len() - 1
            }
        };
        let prepare = || Rc::new(PreparedHeaders::new(headers));
        match policies.get_mut(place).and_then(|(_, shapes)| shapes.get_mut(headers.shape())) {
            Some(cached) => Rc::clone(cached.get_or_insert_with(prepare)),
            None => prepare(),
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
            lone_vary: headers.vary().missing_from([]).and_then(ResponseMap::vary_value),
        }
    }
}

fn value(value: Value<'_>) -> Option<HeaderValue> {
    match value {
        Value::Static(text) => Some(HeaderValue::from_static(text)),
        Value::Borrowed(text) => HeaderValue::from_str(text).ok(),
        Value::Owned(text) => HeaderValue::try_from(text).ok(),
        // The origin belongs to one request, so `ResponseHeaders` has it.
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

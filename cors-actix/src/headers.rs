//! The headers of a decision in types of actix-web, prepared once per policy.

use std::cell::RefCell;
use std::rc::Rc;

use actix_web::http::header::{HeaderName, HeaderValue};
use cors_core::__adapter::PolicyId;
use cors_core::{Headers, Value, Vary};

/// Prepared headers, without an origin that the response repeats.
#[derive(Debug)]
pub(crate) struct PreparedHeaders {
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) vary: Vary,
}

/// Prepared headers of the policy that decided last, by [shape](Headers::shape). With them, a response copies and checks no
/// text, and allocates nothing.
#[derive(Debug, Default)]
pub(crate) struct HeaderCache(RefCell<Option<(PolicyId, ByShape)>>);

type ByShape = [Option<Rc<PreparedHeaders>>; Headers::SHAPES];

impl HeaderCache {
    pub(crate) fn get_or_prepare(&self, headers: &Headers<'static>) -> Rc<PreparedHeaders> {
        let mut cache = self.0.borrow_mut();
        let (_, shapes) = match &mut *cache {
            Some(cached) if cached.0.is_of(headers.policy()) => cached,
            other => other.insert((headers.policy().id(), ByShape::default())),
        };
        let prepare = || Rc::new(PreparedHeaders::new(headers));
        match shapes.get_mut(headers.shape()) {
            Some(prepared) => Rc::clone(prepared.get_or_insert_with(prepare)),
            None => prepare(),
        }
    }
}

impl PreparedHeaders {
    fn new(headers: &Headers<'_>) -> Self {
        Self {
            headers: headers
                .iter()
                .filter_map(|(name, text)| Some((HeaderName::from_static(name.as_str()), value(text)?)))
                .collect(),
            vary: headers.vary(),
        }
    }
}

fn value(value: Value<'_>) -> Option<HeaderValue> {
    match value {
        Value::Static(text) => Some(HeaderValue::from_static(text)),
        Value::Borrowed(text) => HeaderValue::from_str(text).ok(),
        Value::Owned(text) => HeaderValue::try_from(text).ok(),
        // The origin belongs to one request, so `ResponseParts` has it.
        Value::RequestOrigin => None,
    }
}

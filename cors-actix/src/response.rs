//! Responses as far as a decision determines them.

use std::fmt;
use std::rc::Rc;

use actix_web::dev::RequestHead;
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::http::header::{HeaderMap, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use cors_core::__adapter::replace;
use cors_core::{Decision, Vary};

use crate::adapter::ResponseMap;
use crate::headers::{HeaderCache, PreparedHeaders};

/// The status and headers of a response, decided when its request arrived.
///
/// They are an error as well, for the place of an error: a response needs a request, and an error has none.
#[derive(Debug, Clone)]
pub(crate) struct ResponseParts {
    /// The status of a response without a handler. `None` leaves the response to the handler.
    pub(crate) status: Option<StatusCode>,
    prepared: Rc<PreparedHeaders>,
    /// The origin of the request, if the response repeats it.
    origin: Option<HeaderValue>,
}

impl ResponseParts {
    pub(crate) fn new(decision: &Decision<'static>, head: &RequestHead, cache: &HeaderCache) -> Self {
        let headers = decision.headers();
        let origin = headers.repeats_origin().then(|| head.headers().get(&header::ORIGIN).cloned());
        let status = decision.status().map(|it| StatusCode::from_u16(it).unwrap_or(StatusCode::FORBIDDEN));
        Self { status, prepared: cache.get_or_prepare(headers), origin: origin.flatten() }
    }

    /// Returns parts without headers, with which a response only loses its own `Access-Control-*` headers.
    pub(crate) fn nothing() -> Self {
        let prepared = PreparedHeaders { headers: Vec::new(), vary: Vary::NOTHING };
        Self { status: None, prepared: Rc::new(prepared), origin: None }
    }

    /// Returns the refusal of a preflight that no policy answers.
    pub(crate) fn refusal() -> Self {
        Self { status: Some(StatusCode::FORBIDDEN), ..Self::nothing() }
    }

    /// Puts the headers on a response, and returns the names of the `Access-Control-*` headers that it had before.
    pub(crate) fn apply(&self, headers: &mut HeaderMap) -> Vec<String> {
        let PreparedHeaders { headers: ours, vary } = &*self.prepared;
        replace(&mut ResponseMap(headers), *vary, |ResponseMap(headers)| {
            // Headers of these names have been removed before.
            if let Some(origin) = &self.origin {
                headers.append(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
            }
            for (name, value) in ours {
                headers.append(name.clone(), value.clone());
            }
        })
    }

    /// Returns a response without a body.
    pub(crate) fn response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        self.apply(response.headers_mut());
        response
    }
}

impl ResponseError for ResponseParts {
    fn status_code(&self) -> StatusCode {
        self.status.unwrap_or(StatusCode::FORBIDDEN)
    }

    fn error_response(&self) -> HttpResponse {
        self.response()
    }
}

impl fmt::Display for ResponseParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "answered by `#[cors]` with {}", self.status_code())
    }
}

//! Responses that are made without a handler.

use std::fmt;

use actix_web::dev::RequestHead;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use cors_core::Decision;

use crate::headers::{HeaderCache, ResponseHeaders};

/// The consequence of a decision for a request.
pub(crate) enum Action {
    /// The request is answered without a handler.
    Respond(EmptyResponse),
    /// The request is passed on, and its response gets these headers.
    Decorate(ResponseHeaders),
}

impl Action {
    pub(crate) fn of(decision: &Decision<'static>, head: &RequestHead, cache: &HeaderCache) -> Self {
        let headers = ResponseHeaders::new(decision.headers(), head, cache);
        match decision.status() {
            Some(status) => Self::Respond(EmptyResponse::new(status, headers)),
            None => Self::Decorate(headers),
        }
    }
}

/// A response with a status and headers, and without a body.
///
/// It is an error as well, for the place of an error: a response needs a request, and an error has none.
#[derive(Clone)]
pub(crate) struct EmptyResponse {
    status: StatusCode,
    headers: ResponseHeaders,
}

impl EmptyResponse {
    fn new(status: u16, headers: ResponseHeaders) -> Self {
        Self { status: StatusCode::from_u16(status).unwrap_or(StatusCode::FORBIDDEN), headers }
    }

    /// Refuses a preflight that no policy answers.
    pub(crate) fn refusal() -> Self {
        Self { status: StatusCode::FORBIDDEN, headers: ResponseHeaders::nothing() }
    }

    pub(crate) fn response(self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status);
        self.headers.apply(response.headers_mut());
        response
    }
}

impl ResponseError for EmptyResponse {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        self.clone().response()
    }
}

impl fmt::Display for EmptyResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "answered by `#[cors]` with {}", self.status)
    }
}

impl fmt::Debug for EmptyResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmptyResponse").field("status", &self.status).finish_non_exhaustive()
    }
}

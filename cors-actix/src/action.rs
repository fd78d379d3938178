//! Responses that no handler makes.

use std::fmt;

use actix_web::dev::RequestHead;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use cors_core::{Decision, REFUSED};

use crate::headers::{HeaderCache, ResponseHeaders};

/// What becomes of a request.
pub(crate) enum Action {
    /// It is answered at once.
    Respond(EmptyResponse),
    /// It goes its way, and its response gets these headers.
    Decorate(ResponseHeaders),
}

impl Action {
    pub(crate) fn of(decision: &Decision<'static>, head: &RequestHead, cache: &HeaderCache) -> Self {
        let status = match decision {
            Decision::Preflight(answer) => Some(answer.status()),
            Decision::Refuse(_) => Some(REFUSED),
            Decision::Decorate(_) => None,
        };
        let decoration = ResponseHeaders::new(decision.headers(), head, cache);
        match status {
            Some(status) => Self::Respond(EmptyResponse::new(status, decoration)),
            None => Self::Decorate(decoration),
        }
    }
}

/// A status and headers, without a body.
///
/// It is an error, too, for where an error has to be replaced: an error has no request, which a response needs.
#[derive(Clone)]
pub(crate) struct EmptyResponse {
    status: StatusCode,
    decoration: ResponseHeaders,
}

impl EmptyResponse {
    fn new(status: u16, decoration: ResponseHeaders) -> Self {
        Self { status: StatusCode::from_u16(status).unwrap_or(StatusCode::FORBIDDEN), decoration }
    }

    pub(crate) fn response(self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status);
        self.decoration.apply(response.headers_mut());
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
        write!(f, "answered by a CORS policy with {}", self.status)
    }
}

impl fmt::Debug for EmptyResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmptyResponse").field("status", &self.status).finish_non_exhaustive()
    }
}

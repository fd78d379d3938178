//! Responses if the upstream is unreachable or misbehaves. The page can read them, because the annotated handler
//! returns them.

use std::error::Error;
use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use http_body_util::LengthLimitError;

/// The reason for a missing response.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The request names a host, or leaves the upstream's path.
    Target,
    RequestTooLarge,
    ResponseTooLarge,
    /// The response is a redirect, to this URL.
    Redirect(String),
    /// The upstream exceeded the time limit.
    Slow,
    /// The connection failed, or its bytes are not HTTP.
    Broken(String),
}

impl Failure {
    /// Converts an error of the connection, which has a body's error among its sources.
    pub(crate) fn of_connection(error: &(dyn Error + 'static)) -> Self {
        let mut sources = std::iter::successors(Some(error), |&error| error.source());
        if sources.any(|source| source.is::<LengthLimitError>()) {
            return Self::RequestTooLarge;
        }
        Self::Broken(error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Target => f.write_str("this proxy takes paths without `..` and without a host"),
            Self::RequestTooLarge => f.write_str("the body is larger than this proxy forwards"),
            Self::ResponseTooLarge => f.write_str("the upstream's answer is larger than this proxy forwards"),
            Self::Redirect(to) => {
                write!(f, "the upstream redirects to `{to}`, and this proxy does not follow")
            }
            Self::Slow => f.write_str("the upstream takes longer than this proxy waits"),
            Self::Broken(why) => write!(f, "the upstream does not answer: {why}"),
        }
    }
}

impl Error for Failure {}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Target => StatusCode::BAD_REQUEST,
            Self::RequestTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::GATEWAY_TIMEOUT,
            Self::ResponseTooLarge | Self::Redirect(_) | Self::Broken(_) => StatusCode::BAD_GATEWAY,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::build(self.status_code()).body(self.to_string())
    }
}

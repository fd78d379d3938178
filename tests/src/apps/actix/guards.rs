//! Extractors that record their calls, and middleware that fails.

use std::future::{Ready, ready};

use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, body::MessageBody, error};

use crate::counters::ran;

/// An extractor that succeeds.
pub(super) struct Guard;

impl FromRequest for Guard {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        ran("guard");
        ready(Ok(Self))
    }
}

/// An extractor that fails.
pub(super) struct FailingGuard;

impl FromRequest for FailingGuard {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        ran("failing-guard");
        ready(Err(error::ErrorUnauthorized("no")))
    }
}

/// Ends in an `Err`, as middleware.
pub(super) async fn fails(
    _: ServiceRequest,
    _: Next<impl MessageBody>,
) -> Result<ServiceResponse<actix_web::body::BoxBody>, Error> {
    ran("middleware");
    Err(error::ErrorServiceUnavailable("not now"))
}

/// Answers without calling the inner service, as middleware.
pub(super) async fn answers(
    request: ServiceRequest,
    _: Next<impl MessageBody>,
) -> Result<ServiceResponse<actix_web::body::BoxBody>, Error> {
    ran("middleware");
    Ok(request.into_response(HttpResponse::Unauthorized().finish()))
}

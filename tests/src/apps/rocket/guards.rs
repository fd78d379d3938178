//! Guards that record their calls.

use rocket::Request;
use rocket::http::Status;
use rocket::request::{FromRequest, Outcome};

use crate::counters::ran;

/// A guard that succeeds.
pub(super) struct Guard;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Guard {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        ran("guard");
        Outcome::Success(Self)
    }
}

/// A guard that fails.
pub(super) struct FailingGuard;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for FailingGuard {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        ran("failing-guard");
        Outcome::Error((Status::Unauthorized, ()))
    }
}

/// A guard that forwards.
pub(super) struct Forward;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Forward {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        ran("forward");
        Outcome::Forward(Status::NotFound)
    }
}

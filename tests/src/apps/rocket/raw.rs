//! A response without changes, for handlers that write headers themselves.

use rocket::Request;
use rocket::response::{Responder, Response, Result};

/// A response that a handler has built.
pub(super) struct Raw(pub(super) Response<'static>);

impl<'r> Responder<'r, 'static> for Raw {
    fn respond_to(self, _: &'r Request<'_>) -> Result<'static> {
        Ok(self.0)
    }
}

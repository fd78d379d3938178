//! What makes a launch fail if preflights would not be answered.

use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use rocket::request::{FromRequest, Outcome};
use rocket::{Ignite, Request, Rocket, Sentinel};

use crate::mounted;

/// The first guard of every annotated route. It always succeeds; what matters is that Rocket asks it at launch.
#[derive(Debug)]
pub struct AttachCorsFairing;

impl<'r> FromRequest<'r> for AttachCorsFairing {
    type Error = Infallible;

    /// Written as `async_trait` would, but for the future, which has no size, so that its box allocates nothing.
    fn from_request<'life0, 'async_trait>(
        _: &'r Request<'life0>,
    ) -> Pin<Box<dyn Future<Output = Outcome<Self, Infallible>> + Send + 'async_trait>>
    where
        'r: 'async_trait,
        'life0: 'async_trait,
        Self: 'async_trait,
    {
        Box::pin(poll_fn(|_| Poll::Ready(Outcome::Success(Self))))
    }
}

impl Sentinel for AttachCorsFairing {
    fn abort(rocket: &Rocket<Ignite>) -> bool {
        !mounted::is_complete(rocket)
    }
}

//! What a fetch asks of its caller: to send this, and to tell what came back.

pub(crate) mod cache;
mod check;
pub(crate) mod main_fetch;
mod origin_header;
pub(crate) mod prepare;
mod redirect;

use crate::blocked::{Blocked, Reason, Stage};
use crate::message::{Received, Sent};
use crate::readable::Readable;
use main_fetch::Fetch;

/// What a fetch does next; made by [`Browser::start`](crate::Browser::start).
///
/// ```
/// use cors_browser::{Browser, Request, Step};
///
/// let mut browser = Browser::at("https://app.example.com");
/// let mut step = browser.start(Request::get("https://api.example.com/"));
/// let outcome = loop {
///     step = match step {
///         Step::Send(sent, pending) => {
///             assert_eq!(sent.headers().get("origin").as_deref(), Some(&b"https://app.example.com"[..]));
///             pending.receive(http::Response::new("not shared"))
///         }
///         Step::Done(outcome) => break outcome,
///     };
/// };
/// assert!(outcome.is_err());
/// ```
#[derive(Debug)]
#[must_use]
pub enum Step<'b> {
    /// Send this, and tell what comes back.
    Send(Sent, Pending<'b>),
    /// The script gets this.
    Done(Result<Readable, Blocked>),
}

/// A fetch that waits for a response.
///
/// ```
/// use cors_browser::{Browser, Received, Request, Step};
///
/// let mut browser = Browser::at("https://app.example.com");
/// let Step::Send(_, pending) = browser.start(Request::get("/")) else { panic!() };
/// let Step::Done(outcome) = pending.receive(Received::failure("no route to host")) else { panic!() };
/// assert!(outcome.unwrap_err().to_string().contains("no route to host"));
/// ```
#[derive(Debug)]
#[must_use]
pub struct Pending<'b> {
    pub(super) stage: Stage,
    pub(super) fetch: Box<Fetch<'b>>,
}

impl<'b> Pending<'b> {
    /// Goes on with what came back.
    pub fn receive(self, received: impl Into<Received>) -> Step<'b> {
        let Self { stage, fetch } = self;
        match (received.into().0, stage) {
            (Err(why), _) => fetch.network_error(stage, Reason::Network(why), None),
            (Ok(message), Stage::Preflight) => fetch.after_preflight(message),
            (Ok(message), _) => fetch.after_response(message),
        }
    }
}

//! A fetch without I/O, step by step: each step returns a request to send, and takes its response.

mod cache;
mod check;
mod main_fetch;
mod origin_header;
mod prepare;
mod redirect;

use std::time::Duration;

use url::Url;

use crate::blocked::{Blocked, Reason, RequestLabel, Stage};
use crate::header_list::HeaderList;
use crate::message::{Received, Sent};
use crate::options::Body;
use crate::profile::Profile;
use crate::readable::{Readable, ResponseType};
use crate::request::Request;
use crate::spec::origin::PageOrigin;
use cache::PreflightCache;
use prepare::{PreparedRequest, prepare};

/// The next step of a fetch; made by [`Browser::start`](crate::Browser::start).
///
/// ```
/// # use cors_browser::{Browser, Request, Step};
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
    /// A request to send. [`Pending::receive`] takes its response.
    Send(Sent, Pending<'b>),
    /// The result for the script.
    Done(Result<Readable, Blocked>),
}

/// A fetch that waits for a response.
///
/// ```
/// # use cors_browser::{Browser, Received, Request, Step};
///
/// let mut browser = Browser::at("https://app.example.com");
/// let Step::Send(_, pending) = browser.start(Request::get("/")) else { panic!() };
/// let Step::Done(outcome) = pending.receive(Received::failure("no route to host")) else { panic!() };
/// assert!(outcome.unwrap_err().to_string().contains("no route to host"));
/// ```
#[derive(Debug)]
#[must_use]
pub struct Pending<'b> {
    stage: Stage,
    fetch: Box<Fetch<'b>>,
}

impl<'b> Pending<'b> {
    /// Continues the fetch with the response.
    pub fn receive(self, received: impl Into<Received>) -> Step<'b> {
        let Self { stage, fetch } = self;
        match (received.into().0, stage) {
            (Err(why), _) => fetch.network_error(stage, Reason::Network(why), None),
            (Ok(message), Stage::Preflight) => fetch.after_preflight(message),
            (Ok(message), _) => fetch.after_response(message),
        }
    }
}

/// A [request](https://fetch.spec.whatwg.org/#concept-request) on its way.
#[derive(Debug)]
pub(crate) struct Fetch<'b> {
    agent: &'b mut UserAgent,
    request: Request,
    origin: PageOrigin,
    method: String,
    headers: HeaderList,
    body: Body,
    always_preflight: bool,
    /// The current URL. `earlier` has those before the redirects.
    url: Url,
    earlier: Vec<Url>,
    tainting: ResponseType,
    /// Set once a URL of this fetch needed a preflight.
    preflighted: bool,
}

impl<'b> Fetch<'b> {
    /// Starts to fetch `request` for a page of the origin `page`.
    pub(crate) fn start(agent: &'b mut UserAgent, page: &str, request: Request) -> Step<'b> {
        match prepare(page, &request) {
            Ok(prepared) => Self::new(agent, request, prepared).main_fetch(),
            Err(reason) => {
                let (method, url) = (request.method.as_str(), request.url.as_str());
                let label = RequestLabel { method, url, page, origin: page };
                Step::Done(Err(Blocked::new(Stage::Request, reason, &label, None)))
            }
        }
    }

    fn new(agent: &'b mut UserAgent, request: Request, prepared: PreparedRequest) -> Box<Self> {
        Box::new(Self {
            agent,
            body: request.body.clone(),
            request,
            origin: prepared.origin,
            method: prepared.method,
            headers: prepared.headers,
            always_preflight: prepared.always_preflight,
            url: prepared.url,
            earlier: Vec::new(),
            tainting: ResponseType::Basic,
            preflighted: false,
        })
    }
}

/// A user agent with its [preflight cache](https://fetch.spec.whatwg.org/#concept-cache), shared by all fetches of a
/// browser.
#[derive(Debug, Clone, Default)]
pub(crate) struct UserAgent {
    pub(crate) profile: Profile,
    pub(crate) cache: PreflightCache,
    /// The time that has passed.
    pub(crate) now: Duration,
    /// The site of the tab, if the page is in a frame.
    pub(crate) site: Option<String>,
}

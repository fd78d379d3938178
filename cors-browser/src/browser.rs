//! A browser with a page.

use std::time::Duration;

use crate::blocked::Blocked;
use crate::fetch::{Fetch, Step, UserAgent};
use crate::message::{Received, Sent};
use crate::profile::Profile;
use crate::readable::Readable;
use crate::request::Request;

/// A browser that shows a page of some origin, with a preflight cache and a clock that stands still unless it is told
/// to [advance](Browser::advance).
///
/// ```
/// use std::time::Duration;
///
/// use cors_browser::{Browser, Request, Sent};
///
/// let mut preflights = 0;
/// let mut serve = |sent: Sent| {
///     preflights += u32::from(sent.is_preflight());
///     http::Response::builder()
///         .header("access-control-allow-origin", "*")
///         .header("access-control-allow-methods", "DELETE")
///         .header("access-control-max-age", "60")
///         .body(Vec::new())
/// };
/// let mut browser = Browser::at("https://app.example.com");
/// let delete = || Request::delete("https://api.example.com/users/1");
/// assert!(browser.fetch(delete(), &mut serve).is_ok());
/// assert!(browser.fetch(delete(), &mut serve).is_ok());
/// browser.advance(Duration::from_secs(61));
/// assert!(browser.fetch(delete(), &mut serve).is_ok());
/// assert_eq!(preflights, 2);
/// ```
#[derive(Debug, Clone)]
pub struct Browser {
    page: String,
    agent: UserAgent,
}

impl Browser {
    /// A browser at a page of this origin, as it is written in the header `Origin`. That of sandboxed frames, `data:`
    /// documents and files is `null`. Apps that embed a browser can have others, such as `app://.`, and for files `file://`.
    ///
    /// Anything that is no origin is [told](crate::Reason::NoOrigin) by every fetch.
    ///
    /// ```
    /// use cors_browser::{Browser, Reason, Request};
    ///
    /// let with_slash = Browser::at("https://app.example.com/").fetch(Request::get("/"), |_| http::Response::new(""));
    /// assert_eq!(*with_slash.unwrap_err().reason(), Reason::NoOrigin);
    /// ```
    #[must_use]
    pub fn at(origin: impl Into<String>) -> Self {
        Self { page: origin.into(), agent: UserAgent::default() }
    }

    /// This browser as another make.
    ///
    /// ```
    /// use cors_browser::{Browser, Profile, Request};
    ///
    /// let upload = || Request::post("https://api.example.com/").header("authorization", "Bearer a");
    /// let serve = |_| {
    ///     http::Response::builder()
    ///         .header("access-control-allow-origin", "*")
    ///         .header("access-control-allow-headers", "*")
    ///         .body(Vec::new())
    /// };
    /// let mut browser = Browser::at("https://app.example.com");
    /// assert!(browser.fetch(upload(), serve).is_err());
    /// assert!(browser.with_profile(Profile::Chromium).fetch(upload(), serve).is_ok());
    /// ```
    #[must_use]
    pub fn with_profile(self, profile: Profile) -> Self {
        Self { agent: UserAgent { profile, ..self.agent }, ..self }
    }

    /// Shows a page of another origin, in the same browser: answers to preflights are kept, each for its origin.
    ///
    /// ```
    /// use cors_browser::Browser;
    ///
    /// let mut browser = Browser::at("https://a.example.com");
    /// browser.go_to("https://b.example.com");
    /// ```
    pub fn go_to(&mut self, origin: impl Into<String>) {
        self.page = origin.into();
    }

    /// Shows the page in a frame on a site, each of which has a preflight cache of its own
    /// ([network partition key](https://fetch.spec.whatwg.org/#network-partition-key)); `None` for no frame.
    ///
    /// ```
    /// use cors_browser::Browser;
    ///
    /// let mut browser = Browser::at("https://widget.example.com");
    /// browser.embed_in(Some("https://news.example"));
    /// browser.embed_in(None);
    /// ```
    pub fn embed_in(&mut self, site: Option<&str>) {
        self.agent.site = site.map(str::to_owned);
    }

    /// Lets time pass.
    pub fn advance(&mut self, time: Duration) {
        self.agent.now = self.agent.now.saturating_add(time);
    }

    /// Begins a fetch that is driven step by step, for transports that are neither a function nor a future.
    ///
    /// ```
    /// use cors_browser::{Browser, Request, Step};
    ///
    /// let mut browser = Browser::at("https://app.example.com");
    /// assert!(matches!(browser.start(Request::get("/")), Step::Send(sent, _) if !sent.is_preflight()));
    /// ```
    pub fn start(&mut self, request: Request) -> Step<'_> {
        Fetch::start(&mut self.agent, &self.page, request)
    }

    /// Fetches, with a function that sends one request and returns its response: a preflight, the request, and one
    /// or two more for each redirect.
    ///
    /// # Errors
    /// What the script gets instead of a response, and why.
    ///
    /// ```
    /// use cors_browser::{Browser, Request};
    ///
    /// let mut browser = Browser::at("https://app.example.com");
    /// let response = browser.fetch(Request::get("https://api.example.com/"), |sent| {
    ///     assert_eq!(sent.method(), "GET");
    ///     http::Response::builder().header("access-control-allow-origin", "*").body("shared")
    /// });
    /// assert_eq!(response.unwrap().body(), b"shared");
    /// ```
    pub fn fetch<R: Into<Received>>(
        &mut self,
        request: Request,
        mut transport: impl FnMut(Sent) -> R,
    ) -> Result<Readable, Blocked> {
        let mut step = self.start(request);
        loop {
            step = match step {
                Step::Send(sent, pending) => pending.receive(transport(sent)),
                Step::Done(outcome) => return outcome,
            };
        }
    }

    /// Fetches like [`fetch`](Self::fetch), with a function that is async, on whatever runtime it needs.
    ///
    /// # Errors
    /// What the script gets instead of a response, and why.
    ///
    /// ```
    /// use cors_browser::{Browser, Request};
    ///
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// let mut browser = Browser::at("https://app.example.com");
    /// let transport = async |_| http::Response::builder().header("access-control-allow-origin", "*").body("shared");
    /// let response = browser.fetch_async(Request::get("https://api.example.com/"), transport).await;
    /// assert_eq!(response.unwrap().body(), b"shared");
    /// # });
    /// ```
    pub async fn fetch_async<R: Into<Received>>(
        &mut self,
        request: Request,
        mut transport: impl AsyncFnMut(Sent) -> R,
    ) -> Result<Readable, Blocked> {
        let mut step = self.start(request);
        loop {
            step = match step {
                Step::Send(sent, pending) => pending.receive(transport(sent).await),
                Step::Done(outcome) => return outcome,
            };
        }
    }
}

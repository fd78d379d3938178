//! A browser with a page.

use std::time::Duration;

use crate::blocked::Blocked;
use crate::fetch::{Fetch, Step, UserAgent};
use crate::message::{Received, Sent};
use crate::profile::Profile;
use crate::readable::Readable;
use crate::request::Request;

/// A browser that shows a page of one origin. It has a preflight cache, and a clock that only
/// [`advance`](Browser::advance) moves.
///
/// ```
/// use std::time::Duration;
///
/// # use cors_browser::{Browser, Request, Sent};
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
    /// Opens a page of `origin`, written as in the header `Origin`. Sandboxed frames, `data:` documents and files have
    /// the origin `null`. Apps that embed a browser can have others, such as `app://.`, and `file://` for files.
    ///
    /// If `origin` is not an origin, every fetch fails with [`Reason::NoOrigin`](crate::Reason::NoOrigin).
    ///
    /// ```
    /// # use cors_browser::{Browser, Reason, Request};
    ///
    /// let with_slash = Browser::at("https://app.example.com/").fetch(Request::get("/"), |_| http::Response::new(""));
    /// assert_eq!(*with_slash.unwrap_err().reason(), Reason::NoOrigin);
    /// ```
    #[must_use]
    pub fn at(origin: impl Into<String>) -> Self {
        Self { page: origin.into(), agent: UserAgent::default() }
    }

    /// Makes the browser behave like `profile`.
    ///
    /// ```
    /// # use cors_browser::{Browser, Profile, Request};
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

    /// Shows a page of another origin. The preflight cache is kept, with entries per origin.
    ///
    /// ```
    /// # use cors_browser::Browser;
    ///
    /// let mut browser = Browser::at("https://a.example.com");
    /// browser.go_to("https://b.example.com");
    /// ```
    pub fn go_to(&mut self, origin: impl Into<String>) {
        self.page = origin.into();
    }

    /// Shows the page in a frame on `site`, or in no frame for `None`. Each site has its own preflight cache
    /// ([network partition key](https://fetch.spec.whatwg.org/#network-partition-key)).
    ///
    /// ```
    /// # use cors_browser::Browser;
    ///
    /// let mut browser = Browser::at("https://widget.example.com");
    /// browser.embed_in(Some("https://news.example"));
    /// browser.embed_in(None);
    /// ```
    pub fn embed_in(&mut self, site: Option<&str>) {
        self.agent.site = site.map(str::to_owned);
    }

    /// Moves the clock forward by `time`.
    pub fn advance(&mut self, time: Duration) {
        self.agent.now = self.agent.now.saturating_add(time);
    }

    /// Starts a fetch that the caller drives step by step, for transports that are neither a function nor a future.
    ///
    /// ```
    /// # use cors_browser::{Browser, Request, Step};
    ///
    /// let mut browser = Browser::at("https://app.example.com");
    /// assert!(matches!(browser.start(Request::get("/")), Step::Send(sent, _) if !sent.is_preflight()));
    /// ```
    pub fn start(&mut self, request: Request) -> Step<'_> {
        Fetch::start(&mut self.agent, &self.page, request)
    }

    /// Fetches through a function that sends one request and returns its response. The function is called for a
    /// preflight, for the request, and once or twice more for each redirect.
    ///
    /// # Errors
    /// Returns the error that the script gets instead of a response, with its reason.
    ///
    /// ```
    /// # use cors_browser::{Browser, Request};
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

    /// Fetches like [`fetch`](Self::fetch) through an async function, on any runtime.
    ///
    /// # Errors
    /// Returns the error that the script gets instead of a response, with its reason.
    ///
    /// ```
    /// # use cors_browser::{Browser, Request};
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

//! A page together with the server of its requests.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use url::Url;

use crate::blocked::Blocked;
use crate::browser::Browser;
use crate::cookies::Cookies;
use crate::message::{Received, Sent};
use crate::readable::Readable;
use crate::request::Request;
use crate::spec::origin::PageOrigin;

/// The origin of the server, unless a test sets another. Registries give out no names below `test`, so a page has this
/// origin only if a test asks for it.
const SERVER: &str = "https://server.test";

/// A page together with its server; made by [`Browser::through`].
///
/// - The server is at `https://server.test`, another origin than the page's, unless [`served_at`](Page::served_at) sets
///   one. Paths are resolved against its origin. A URL of any origin goes through the same transport.
/// - Requests have the defaults of `fetch()`. [`Request`] has the options.
/// - Preflight responses are cached as long as they allow. [`Browser::advance`] moves the clock.
/// - Cookies that a test [sets](Page::set_cookie) are sent with requests that
///   [have credentials](Request::with_credentials), and so are cookies from responses to such requests. Of their
///   attributes only `Max-Age` counts, not `SameSite`, `Domain` or `Path`.
///
/// ```
/// # use cors_browser::{Browser, FetchResultExt, Received, Sent};
///
/// // Any function, or async function, that answers requests.
/// let transport = |sent: Sent| -> Received {
///     assert_eq!(sent.url(), "https://server.test/users/1");
///     http::Response::builder().header("access-control-allow-origin", "*").body("Ada").into()
/// };
/// let mut page = Browser::at("https://app.example.com").through(transport);
/// assert_eq!(page.get("/users/1").fetch().expect_readable().text(), "Ada");
/// page.get("/users/1").with_credentials().fetch().expect_blocked();
/// ```
#[derive(Debug, Clone)]
pub struct Page<T> {
    browser: Browser,
    server: String,
    cookies: Cookies,
    transport: T,
}

/// A function that sends one request and waits for the response.
pub type Transport<'a> = Box<dyn FnMut(Sent) -> Received + 'a>;

/// A function that sends one request and returns a future of the response.
pub type AsyncTransport<'a> = Box<dyn FnMut(Sent) -> Pin<Box<dyn Future<Output = Received> + 'a>> + 'a>;

impl Browser {
    /// Connects the browser's page to a server through `transport`, a function that sends one request and returns its
    /// response, or a future of it.
    ///
    /// ```
    /// # use cors_browser::{Browser, FetchResultExt, Received};
    ///
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// let transport = async |_| Received::from(http::Response::new("private"));
    /// let mut page = Browser::at("https://app.example.com").through(transport);
    /// page.get("/").await.expect_blocked();
    /// # });
    /// ```
    #[must_use]
    pub fn through<T>(self, transport: T) -> Page<T> {
        Page { browser: self, server: SERVER.to_owned(), cookies: Cookies::default(), transport }
    }
}

impl<T> Page<T> {
    /// Sets the origin of the server. With the page's own origin, requests are same-origin.
    ///
    /// # Panics
    /// Panics if `origin` is not the origin of a server: `http` or `https`, a host and an optional port.
    ///
    /// ```
    /// # use cors_browser::{Browser, FetchResultExt, Received};
    ///
    /// let transport = |_| Received::from(http::Response::new("private"));
    /// let page = Browser::at("https://app.example.com").through(transport);
    /// page.served_at("https://app.example.com").get("/").fetch().expect_readable();
    /// ```
    #[must_use]
    #[track_caller]
    pub fn served_at(self, origin: impl Into<String>) -> Self {
        let server = origin.into();
        let parsed = PageOrigin::parse(&server);
        let is_server = parsed.is_some_and(|origin| origin.has_scheme("https") || origin.has_scheme("http"));
        assert!(is_server, "`{server}` is no server's origin; write it like `{SERVER}`");
        Self { server, ..self }
    }

    /// Returns the browser, which can [go to](Browser::go_to) another page or [advance](Browser::advance) its clock.
    ///
    /// ```
    /// # use cors_browser::{Browser, Received, Sent};
    /// # let mut page = Browser::at("https://app.example.com").through(|_: Sent| Received::failure("none"));
    /// page.browser().go_to("https://admin.example.com");
    /// ```
    pub fn browser(&mut self) -> &mut Browser {
        &mut self.browser
    }

    /// Sets a cookie of the server, like an earlier response would.
    ///
    /// ```
    /// # use cors_browser::{Browser, Received, Sent};
    /// # let mut page = Browser::at("https://app.example.com").through(|sent: Sent| {
    /// #     assert_eq!(sent.headers().get("cookie").as_deref(), Some(&b"session=1"[..]));
    /// #     Received::failure("none")
    /// # });
    /// page.set_cookie("session", "1");
    /// let outcome = page.get("/").with_credentials().fetch();
    /// # assert!(outcome.is_err());
    /// ```
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.set(name, value);
    }

    /// Makes a `GET` request.
    pub fn get(&mut self, url: &str) -> Request<&mut Self> {
        self.request("GET", url)
    }

    /// Makes a `HEAD` request.
    pub fn head(&mut self, url: &str) -> Request<&mut Self> {
        self.request("HEAD", url)
    }

    /// Makes a `POST` request.
    pub fn post(&mut self, url: &str) -> Request<&mut Self> {
        self.request("POST", url)
    }

    /// Makes a `PUT` request.
    pub fn put(&mut self, url: &str) -> Request<&mut Self> {
        self.request("PUT", url)
    }

    /// Makes a `PATCH` request.
    pub fn patch(&mut self, url: &str) -> Request<&mut Self> {
        self.request("PATCH", url)
    }

    /// Makes a `DELETE` request.
    pub fn delete(&mut self, url: &str) -> Request<&mut Self> {
        self.request("DELETE", url)
    }

    /// Makes a request with any method.
    ///
    /// ```
    /// # use cors_browser::{Browser, FetchResultExt, Received};
    /// # let mut page = Browser::at("https://app.example.com").through(|_| Received::failure("none"));
    /// page.request("REPORT", "/calendars/1").fetch().expect_blocked();
    /// ```
    pub fn request(&mut self, method: &str, url: &str) -> Request<&mut Self> {
        // A URL that cannot be parsed is passed on, so that the fetch reports it.
        let base = Url::parse(&self.server);
        let url = base.and_then(|base| base.join(url)).map_or_else(|_| url.to_owned(), String::from);
        Request::of(self, method.to_owned(), url)
    }
}

impl<T: FnMut(Sent) -> Received> Request<&mut Page<T>> {
    /// Sends the request through a transport that waits for responses. Use `.await` for an async transport.
    ///
    /// # Errors
    /// Returns the error that the script gets instead of a response, with its reason.
    pub fn fetch(self) -> Result<Readable, Blocked> {
        let (Page { browser, cookies, transport, .. }, request) = self.detach();
        browser.fetch(request, |sent| {
            let keeps = sent.with_credentials();
            let received = transport(cookies.attach(sent));
            keeps.then(|| cookies.store(&received));
            received
        })
    }
}

/// Sends the request through an async transport.
impl<'p, T, F> IntoFuture for Request<&'p mut Page<T>>
where
    T: FnMut(Sent) -> F,
    F: Future<Output = Received>,
{
    type Output = Result<Readable, Blocked>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + 'p>>;

    fn into_future(self) -> Self::IntoFuture {
        let (Page { browser, cookies, transport, .. }, request) = self.detach();
        Box::pin(browser.fetch_async(request, async |sent: Sent| {
            let keeps = sent.with_credentials();
            let received = transport(cookies.attach(sent)).await;
            keeps.then(|| cookies.store(&received));
            received
        }))
    }
}

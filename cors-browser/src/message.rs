//! What goes over the network.

use std::fmt;

use url::Url;

use crate::header_list::HeaderList;

/// A request that the browser sends: a preflight or the actual request.
///
/// It has the headers that matter to CORS and those of the script; cookies, `Host`, `User-Agent` and the like are for
/// the transport to add. A [`Page`](crate::Page) adds its cookies.
///
/// ```
/// use cors_browser::{Browser, Received, Request};
///
/// let mut browser = Browser::at("https://app.example.com");
/// let outcome = browser.fetch(Request::delete("https://api.example.com/users/1?x#y"), |sent| {
///     assert!(sent.is_preflight());
///     assert_eq!(sent.method(), "OPTIONS");
///     assert_eq!(sent.url(), "https://api.example.com/users/1?x");
///     assert_eq!(sent.host(), "api.example.com");
///     assert_eq!(sent.target(), "/users/1?x");
///     assert_eq!(sent.headers().get("access-control-request-method").as_deref(), Some(&b"DELETE"[..]));
///     assert!(!sent.with_credentials());
///     Received::failure("connection refused")
/// });
/// assert!(outcome.is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub(crate) preflight: bool,
    pub(crate) method: String,
    pub(crate) url: Url,
    pub(crate) headers: HeaderList,
    pub(crate) body: Vec<u8>,
    pub(crate) credentials: bool,
}

impl Sent {
    /// Whether this is a preflight.
    #[must_use]
    pub fn is_preflight(&self) -> bool {
        self.preflight
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The URL without its fragment, which stays in the browser.
    #[must_use]
    pub fn url(&self) -> &str {
        without_fragment(&self.url)
    }

    /// The path and the query, as they stand on the first line of a request.
    #[must_use]
    pub fn target(&self) -> &str {
        self.after_scheme().find('/').and_then(|path| self.after_scheme().get(path..)).unwrap_or("/")
    }

    /// The host, with its port unless that is the scheme's own: the value of the header `Host`.
    #[must_use]
    pub fn host(&self) -> &str {
        self.after_scheme().split(['/', '?']).next().unwrap_or_default()
    }

    fn after_scheme(&self) -> &str {
        self.url().split_once("://").map_or("", |(_, rest)| rest)
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderList {
        &self.headers
    }

    /// The body, which a preflight does not have.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Whether cookies go along, and those of the response are kept. Never with a preflight.
    #[must_use]
    pub fn with_credentials(&self) -> bool {
        self.credentials
    }

    /// The request in the types of the `http` crate.
    ///
    /// # Errors
    /// A header has a value that the `http` crate does not take, though browsers send it: control characters.
    ///
    /// ```
    /// use cors_browser::{Browser, Received, Request};
    ///
    /// let outcome = Browser::at("https://app.example.com").fetch(Request::get("https://api.example.com/"), |sent| {
    ///     let request: http::Request<Vec<u8>> = sent.to_http().unwrap();
    ///     assert_eq!(request.headers()["origin"], "https://app.example.com");
    ///     http::Response::builder().header("access-control-allow-origin", "*").body(Vec::new())
    /// });
    /// assert!(outcome.is_ok());
    /// ```
    pub fn to_http(&self) -> http::Result<http::Request<Vec<u8>>> {
        let request = http::Request::builder().method(self.method()).uri(self.url());
        self.headers
            .iter()
            .fold(request, |request, (name, value)| request.header(name, value))
            .body(self.body.clone())
    }
}

pub(crate) fn without_fragment(url: &Url) -> &str {
    url.as_str().split_once('#').map_or(url.as_str(), |(url, _)| url)
}

/// What comes back: a response, or word that there is none.
///
/// ```
/// use cors_browser::Received;
///
/// let response = http::Response::builder().status(204).body(Vec::new()).unwrap();
/// let same = Received::response(204, [("etag", "1")].into_iter().collect(), Vec::new());
/// assert_ne!(Received::from(response), same);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received(pub(crate) Result<Message, String>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) status: u16,
    pub(crate) headers: HeaderList,
    pub(crate) body: Vec<u8>,
}

impl Received {
    /// A response, with bytes that the `http` crate may not take.
    #[must_use]
    pub fn response(status: u16, headers: HeaderList, body: Vec<u8>) -> Self {
        Self(Ok(Message { status, headers, body }))
    }

    /// No response, and why.
    #[must_use]
    pub fn failure(why: impl fmt::Display) -> Self {
        Self(Err(why.to_string()))
    }
}

impl<B: Into<Vec<u8>>> From<http::Response<B>> for Received {
    fn from(response: http::Response<B>) -> Self {
        let (parts, body) = response.into_parts();
        Self::response(parts.status.as_u16(), (&parts.headers).into(), body.into())
    }
}

impl<T: Into<Self>, E: fmt::Display> From<Result<T, E>> for Received {
    fn from(result: Result<T, E>) -> Self {
        result.map_or_else(Self::failure, Into::into)
    }
}

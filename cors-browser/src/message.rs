//! Requests and responses on the network.

use std::fmt;

use url::{Position, Url};

use crate::header_list::HeaderList;

/// A request that the browser sends: a preflight or the actual request.
///
/// It has the headers that matter to CORS and the headers of the script. The transport has to add `Host`, `User-Agent`,
/// cookies and similar headers. A [`Page`](crate::Page) adds its cookies.
///
/// ```
/// # use cors_browser::{Browser, Received, Request};
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
    /// Reports whether this is a preflight.
    #[must_use]
    pub fn is_preflight(&self) -> bool {
        self.preflight
    }

    /// Returns the method.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Returns the URL without its fragment, which is not sent.
    #[must_use]
    pub fn url(&self) -> &str {
        without_fragment(&self.url)
    }

    /// Returns the path and the query, the target on the first line of a request.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.url[Position::BeforePath..Position::AfterQuery]
    }

    /// Returns the host, with its port unless it is the scheme's default: the value of the header `Host`.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.url[Position::BeforeHost..Position::AfterPort]
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderList {
        &self.headers
    }

    /// Returns the body, which is empty for a preflight.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Reports whether the request may carry cookies, and whether cookies of its response are stored. A preflight never
    /// has credentials.
    #[must_use]
    pub fn with_credentials(&self) -> bool {
        self.credentials
    }

    /// Converts the request into types of the `http` crate.
    ///
    /// # Errors
    /// Fails if a header has a value that browsers send and the `http` crate rejects, such as control characters.
    ///
    /// ```
    /// # use cors_browser::{Browser, Received, Request};
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
    &url[..Position::AfterQuery]
}

/// The result of sending a request: a response, or an error of the transport.
///
/// ```
/// # use cors_browser::Received;
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
    /// Makes a response. Its bytes need not be valid for the `http` crate.
    #[must_use]
    pub fn response(status: u16, headers: HeaderList, body: Vec<u8>) -> Self {
        Self(Ok(Message { status, headers, body }))
    }

    /// Makes an error of the transport, with its reason.
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

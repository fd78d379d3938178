//! Responses as scripts see them.

use crate::header_list::HeaderList;
use crate::options::Credentials;
use crate::spec::terms::is_forbidden_response_header;

/// The [type](https://fetch.spec.whatwg.org/#concept-response-type) of a response.
///
/// ```
/// # use cors_browser::{Browser, Request, ResponseType};
///
/// let mut browser = Browser::at("https://app.example.com");
/// let response = browser.fetch(Request::get("/"), |_| http::Response::new(Vec::new())).unwrap();
/// assert_eq!(response.kind(), ResponseType::Basic);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResponseType {
    /// A response of the page's own origin: everything except cookies can be read.
    Basic,
    /// A response that another origin shares: the body and some headers can be read.
    Cors,
    /// A response of another origin to a request with mode `no-cors`: nothing can be read.
    Opaque,
    /// A redirect that was not followed: only its URL can be read.
    OpaqueRedirect,
}

/// A response as a script sees it ([filtered response](https://fetch.spec.whatwg.org/#concept-filtered-response)).
///
/// ```
/// # use cors_browser::{Browser, Request};
///
/// let mut browser = Browser::at("https://app.example.com");
/// let response = browser.fetch(Request::get("https://api.example.com/"), |_| {
///     let response = http::Response::builder()
///         .header("access-control-allow-origin", "*")
///         .header("access-control-expose-headers", "etag")
///         .header("etag", "\"1\"")
///         .header("x-total", "7");
///     response.body(b"users".to_vec())
/// });
/// let response = response.unwrap();
/// assert_eq!(response.status(), 200);
/// assert_eq!(response.body(), b"users");
/// assert_eq!(response.header("ETag").as_deref(), Some("\"1\""));
/// assert_eq!(response.header("X-Total"), None);
/// // It was sent, but it is not exposed: add it to `expose_headers`.
/// assert!(response.hides("x-total"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readable {
    pub(crate) kind: ResponseType,
    pub(crate) status: u16,
    pub(crate) url: String,
    pub(crate) redirected: bool,
    pub(crate) headers: HeaderList,
    pub(crate) hidden: Vec<String>,
    pub(crate) body: Vec<u8>,
}

impl Readable {
    /// Returns the type of the response.
    #[must_use]
    pub fn kind(&self) -> ResponseType {
        self.kind
    }

    /// Returns the status, or 0 if it cannot be read.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the URL of the last redirect without its fragment. The URL is empty if it cannot be read.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Reports whether the request was redirected. Returns `false` if the response cannot be read.
    #[must_use]
    pub fn redirected(&self) -> bool {
        self.redirected
    }

    /// Returns the value of a header, with lines joined by `, ` and each byte as one character. Returns `None` if the
    /// header is absent or not exposed. Names are compared case-insensitively.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).map(|value| value.into_iter().map(char::from).collect())
    }

    /// Returns the headers that can be read.
    #[must_use]
    pub fn headers(&self) -> &HeaderList {
        &self.headers
    }

    /// Reports whether the response has a header `name` that cannot be read.
    #[must_use]
    pub fn hides(&self, name: &str) -> bool {
        self.hidden.iter().any(|hidden| hidden.eq_ignore_ascii_case(name))
    }

    /// Returns the body, which is empty if it cannot be read.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Returns the body as [text](https://fetch.spec.whatwg.org/#dom-body-text). Bytes that are not UTF-8 become
    /// `\u{FFFD}`.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Returns the headers that a script can read, and the names of the others
/// ([main fetch](https://fetch.spec.whatwg.org/#concept-main-fetch), from "If request's response tainting is
/// `cors`").
pub(crate) fn filter(
    kind: ResponseType,
    credentials: Credentials,
    headers: &HeaderList,
) -> (HeaderList, Vec<String>) {
    let exposed = exposed_names(credentials, headers);
    let is_shown = |name: &str| match kind {
        ResponseType::Basic => !is_forbidden_response_header(name),
        ResponseType::Cors => is_safelisted(name, &exposed),
        ResponseType::Opaque | ResponseType::OpaqueRedirect => false,
    };
    let (shown, hidden): (Vec<_>, Vec<_>) = headers.iter().partition(|(name, _)| is_shown(name));
    (shown.into_iter().collect(), hidden.into_iter().map(|(name, _)| name.to_owned()).collect())
}

/// Returns the
/// [CORS-exposed header-name list](https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list). A
/// list with a mistake exposes nothing, but the response can still be read.
fn exposed_names(credentials: Credentials, headers: &HeaderList) -> Vec<String> {
    let listed = headers.tokens("access-control-expose-headers").ok().flatten().unwrap_or_default();
    if credentials != Credentials::Include && listed.iter().any(|name| name == "*") {
        return headers.iter().map(|(name, _)| name.to_owned()).collect();
    }
    listed
}

/// Reports whether `name` is a
/// [CORS-safelisted response-header name](https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name).
fn is_safelisted(name: &str, exposed: &[String]) -> bool {
    let always = [
        "cache-control",
        "content-language",
        "content-length",
        "content-type",
        "expires",
        "last-modified",
        "pragma",
    ];
    let is_name = |other: &str| other.eq_ignore_ascii_case(name);
    always.into_iter().any(is_name)
        || exposed.iter().any(|exposed| is_name(exposed)) && !is_forbidden_response_header(name)
}

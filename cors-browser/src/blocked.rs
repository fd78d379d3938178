//! Errors that a script gets instead of a response.

use std::error::Error;

use crate::message::Message;

/// The error that a script gets instead of a response: the check that failed, its response, and the key that would
/// help.
///
/// Scripts cannot see the reason; browsers write it to their console. `Display` words it like a console, and names the
/// key of `#[cors]` that changes the outcome.
///
/// ```
/// # use cors_browser::{Browser, Reason, Request, Stage};
///
/// let mut browser = Browser::at("https://app.example.com");
/// let request = Request::put("https://api.example.com/users/1").header("content-type", "application/json");
/// let blocked = browser.fetch(request, |_| {
///     http::Response::builder()
///         .header("access-control-allow-origin", "https://app.example.com")
///         .header("access-control-allow-methods", "GET, PUT")
///         .body(Vec::new())
/// });
/// let blocked = blocked.unwrap_err();
/// assert_eq!(blocked.stage(), Stage::Preflight);
/// assert_eq!(*blocked.reason(), Reason::HeaderNotAllowed("content-type".to_owned()));
/// assert_eq!(blocked.header(), Some("access-control-allow-headers"));
/// assert_eq!(blocked.value(), None);
/// assert_eq!(blocked.key(), Some("allow_headers"));
/// assert_eq!(
///     blocked.to_string(),
///     "`https://app.example.com` cannot read `PUT https://api.example.com/users/1`: the answer to the preflight \
///      does not allow the request header `content-type`; add `content-type` to `allow_headers`"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked(Box<BlockedInner>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BlockedInner {
    pub(super) stage: Stage,
    pub(super) reason: Reason,
    pub(super) method: String,
    pub(super) url: String,
    pub(super) page: String,
    pub(super) origin: String,
    pub(super) status: Option<u16>,
    /// Set if the response names `Origin` in `Vary`, as those of a policy with a list do.
    pub(super) varies_on_origin: bool,
    pub(super) value: Option<Vec<u8>>,
}

/// The stage at which a request failed.
///
/// ```
/// # use cors_browser::{Browser, Mode, Request, Stage};
///
/// let request = Request::get("https://api.example.com/").mode(Mode::SameOrigin);
/// let blocked = Browser::at("https://app.example.com").fetch(request, |_| http::Response::new("")).unwrap_err();
/// assert_eq!(blocked.stage(), Stage::Request);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Before the request: nothing was sent to the URL.
    Request,
    /// The preflight: its response failed a check, and the request itself was not sent.
    Preflight,
    /// The request itself: the server has handled it, and its response failed a check.
    Actual,
}

/// The check that failed.
///
/// ```
/// # use cors_browser::{Browser, Reason, Request};
///
/// let request = Request::get("https://api.example.com/");
/// let blocked = Browser::at("https://app.example.com").fetch(request, |_| http::Response::new("")).unwrap_err();
/// assert_eq!(*blocked.reason(), Reason::AllowOriginMissing);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The origin given to the browser is not an origin.
    NoOrigin,
    /// The URL cannot be parsed.
    InvalidUrl,
    /// The URL has a user name or a password.
    UrlCredentials,
    /// The method is not a token.
    InvalidMethod,
    /// The method is `CONNECT`, `TRACE` or `TRACK`.
    ForbiddenMethod,
    /// This header has a name or a value that cannot be sent.
    InvalidHeader(String),
    /// A `GET` or `HEAD` request has a body.
    BodyOfGet,
    /// The mode is `no-cors`, and the method is not `GET`, `HEAD` or `POST`.
    NoCorsMethod,
    /// The mode is `no-cors`, and the body is a stream.
    NoCorsStream,
    /// The mode is `no-cors`, and the redirect mode is not `follow`.
    NoCorsRedirect,
    /// The mode is `same-origin`, and the URL is of another origin.
    SameOriginMode,
    /// The scheme of the URL is neither `http` nor `https`. The model refuses `data:` and `blob:` as well, since they
    /// need no server.
    Scheme,
    /// The transport returned an error instead of a response.
    Network(String),
    /// The response has no `Access-Control-Allow-Origin`.
    AllowOriginMissing,
    /// `Access-Control-Allow-Origin` is `*`, and the request has credentials.
    AllowOriginWildcard,
    /// `Access-Control-Allow-Origin` is another origin than the request's.
    AllowOriginMismatch,
    /// The request has credentials, and `Access-Control-Allow-Credentials` is not `true`.
    AllowCredentials,
    /// The preflight response is a redirect.
    PreflightRedirect(u16),
    /// The preflight response has a status outside 200 to 299.
    PreflightStatus(u16),
    /// `Access-Control-Allow-Methods` is not a list of methods.
    AllowMethodsInvalid,
    /// `Access-Control-Allow-Headers` is not a list of names.
    AllowHeadersInvalid,
    /// `Access-Control-Allow-Methods` lacks this method.
    MethodNotAllowed(String),
    /// `Access-Control-Allow-Headers` lacks this header.
    HeaderNotAllowed(String),
    /// The response is a redirect, and the redirect mode is `error`.
    RedirectMode,
    /// `Location` is not a valid URL.
    RedirectLocation,
    /// The redirect leads to a scheme other than `http` and `https`.
    RedirectScheme,
    /// There were more than 20 redirects.
    RedirectLimit,
    /// The redirect leads to a URL with a user name or a password.
    RedirectCredentials,
    /// The redirect needs the body a second time, and the body was a stream.
    RedirectStream,
}

impl Reason {
    /// Returns the response header that the check reads, in lower case.
    ///
    /// ```
    /// # use cors_browser::Reason;
    ///
    /// assert_eq!(Reason::AllowOriginMismatch.header(), Some("access-control-allow-origin"));
    /// assert_eq!(Reason::PreflightStatus(404).header(), None);
    /// ```
    #[must_use]
    pub const fn header(&self) -> Option<&'static str> {
        match self {
            Self::AllowOriginMissing | Self::AllowOriginWildcard | Self::AllowOriginMismatch => {
                Some("access-control-allow-origin")
            }
            Self::AllowCredentials => Some("access-control-allow-credentials"),
            Self::AllowMethodsInvalid | Self::MethodNotAllowed(_) => Some("access-control-allow-methods"),
            Self::AllowHeadersInvalid | Self::HeaderNotAllowed(_) => Some("access-control-allow-headers"),
            Self::PreflightRedirect(_)
            | Self::RedirectMode
            | Self::RedirectLocation
            | Self::RedirectScheme
            | Self::RedirectLimit
            | Self::RedirectCredentials
            | Self::RedirectStream => Some("location"),
            _ => None,
        }
    }
}

/// The names of a blocked request in errors.
pub(super) struct RequestLabel<'s> {
    pub(super) method: &'s str,
    pub(super) url: &'s str,
    /// The origin of the page. `origin` is the value that was sent.
    pub(super) page: &'s str,
    pub(super) origin: &'s str,
}

impl Blocked {
    pub(super) fn new(stage: Stage, reason: Reason, label: &RequestLabel<'_>, got: Option<&Message>) -> Self {
        let value = got.and_then(|message| message.headers.get(reason.header()?));
        let vary = got.and_then(|message| message.headers.tokens("vary").ok()?).unwrap_or_default();
        Self(Box::new(BlockedInner {
            stage,
            reason,
            method: label.method.to_owned(),
            url: label.url.to_owned(),
            page: label.page.to_owned(),
            origin: label.origin.to_owned(),
            status: got.map(|message| message.status),
            varies_on_origin: vary.iter().any(|name| name.eq_ignore_ascii_case("origin")),
            value,
        }))
    }

    pub(super) fn inner(&self) -> &BlockedInner {
        &self.0
    }

    /// Returns the stage at which the request failed.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.0.stage
    }

    /// Returns the check that failed.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.0.reason
    }

    /// Returns the URL whose response failed. After a redirect this is not the first URL.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.0.url
    }

    /// Returns the origin that was sent, which is `null` after some redirects.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.0.origin
    }

    /// Returns the status of the response that failed.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// Returns the response header that the check read, in lower case.
    #[must_use]
    pub fn header(&self) -> Option<&'static str> {
        self.0.reason.header()
    }

    /// Returns the value of that header, with lines joined by `, `. Returns `None` if the header is absent.
    #[must_use]
    pub fn value(&self) -> Option<&[u8]> {
        self.0.value.as_deref()
    }

    /// Returns the key of `#[cors]` that would change the outcome, as written in the attribute.
    #[must_use]
    pub fn key(&self) -> Option<&'static str> {
        match self.reason() {
            Reason::AllowOriginMissing | Reason::AllowOriginWildcard | Reason::AllowOriginMismatch => {
                Some("origins")
            }
            Reason::AllowCredentials => Some("credentials"),
            Reason::AllowMethodsInvalid | Reason::MethodNotAllowed(_) => Some("methods"),
            Reason::AllowHeadersInvalid | Reason::HeaderNotAllowed(_) => Some("allow_headers"),
            _ => None,
        }
    }
}

impl Error for Blocked {}

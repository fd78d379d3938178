//! The parts of a request that a decision depends on.

use crate::adapter::{RequestHead, RequestHeader};

/// The parts of a request that a decision depends on, as they came from the network.
///
/// There is no place for `Access-Control-Request-Headers`: the answer is the policy's own list, whatever was asked,
/// and the browser compares.
///
/// ```
/// use cors_core::{FieldLines, Policy, Request};
///
/// let policy = Policy::builder().origins(["https://app.example.com"]).methods(["PUT"]).build()?;
/// let preflight = Request {
///     method: b"OPTIONS",
///     origin: FieldLines::One(b"https://app.example.com"),
///     requested_method: FieldLines::One(b"PUT"),
///     ..Request::default()
/// };
/// assert_eq!(policy.decide_without_route(&preflight).status(), Some(204));
/// # Ok::<(), cors_core::PolicyError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Request<'r> {
    /// The method.
    pub method: &'r [u8],
    /// The lines of `Origin`.
    pub origin: FieldLines<'r>,
    /// The lines of `Access-Control-Request-Method`.
    pub requested_method: FieldLines<'r>,
    /// The lines of `Sec-Fetch-Site`, which count where the route [refuses](crate::decision::Decision::Refuse) requests and for the log.
    pub fetch_site: FieldLines<'r>,
    /// The authority of the target, if it has one: of a target in absolute form, and in HTTP/2 `:authority`. It is looked at
    /// as `fetch_site` is.
    pub authority: Option<&'r [u8]>,
    /// The lines of `Host`; looked at as `fetch_site` is.
    pub host: FieldLines<'r>,
}

/// The lines of a header that is meant to have one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FieldLines<'r> {
    /// The header is not there.
    #[default]
    Absent,
    /// One line.
    One(&'r [u8]),
    /// Several lines, which no browser sends.
    Several,
}

impl<'r> FromIterator<&'r [u8]> for FieldLines<'r> {
    /// Looks at two lines at most.
    fn from_iter<I: IntoIterator<Item = &'r [u8]>>(lines: I) -> Self {
        let mut lines = lines.into_iter();
        match (lines.next(), lines.next()) {
            (None, _) => Self::Absent,
            (Some(line), None) => Self::One(line),
            (Some(_), Some(_)) => Self::Several,
        }
    }
}

/// What a request is to the CORS protocol (Fetch, [HTTP requests]).
///
/// [HTTP requests]: https://fetch.spec.whatwg.org/#http-requests
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RequestKind<'r> {
    /// No `Origin`.
    NotCors,
    /// `OPTIONS` with `Origin` and `Access-Control-Request-Method`.
    Preflight { requested_method: FieldLines<'r> },
    /// Any other request with `Origin`; a same-origin `POST` has one, too.
    Actual,
}

impl<'r> Request<'r> {
    /// Reads what a decision depends on where no request is refused.
    #[doc(hidden)]
    #[must_use]
    pub fn of(head: impl RequestHead<'r>) -> Self {
        let method = head.method();
        // Only a preflight asks for a method, so other requests are spared the look-up.
        let requested_method = match method {
            b"OPTIONS" => head.lines(RequestHeader::RequestMethod).collect(),
            _ => FieldLines::Absent,
        };
        Self {
            method,
            origin: head.lines(RequestHeader::Origin).collect(),
            requested_method,
            ..Self::default()
        }
    }

    /// Reads what [`Self::of`] does, and what tells the site of the request.
    ///
    /// The names of the server matter only where the browser does not say which site a page is of.
    #[doc(hidden)]
    #[must_use]
    pub fn with_site(head: impl RequestHead<'r>) -> Self {
        let fetch_site = head.lines(RequestHeader::FetchSite).collect();
        let request = Self { fetch_site, ..Self::of(head) };
        if fetch_site != FieldLines::Absent || request.origin == FieldLines::Absent {
            return request;
        }
        let host = head.lines(RequestHeader::Host).collect();
        Self { authority: head.authority(), host, ..request }
    }

    pub(crate) fn kind(&self) -> RequestKind<'r> {
        match (self.origin, self.requested_method) {
            (FieldLines::Absent, _) => RequestKind::NotCors,
            (_, FieldLines::Absent) => RequestKind::Actual,
            (_, requested_method) if self.method == b"OPTIONS" => RequestKind::Preflight { requested_method },
            _ => RequestKind::Actual,
        }
    }

    /// Whether this is a [CORS-preflight request](https://fetch.spec.whatwg.org/#cors-preflight-request), for whatever
    /// method: `OPTIONS` with `Origin` and `Access-Control-Request-Method`.
    #[must_use]
    pub fn is_preflight(&self) -> bool {
        matches!(self.kind(), RequestKind::Preflight { .. })
    }
}

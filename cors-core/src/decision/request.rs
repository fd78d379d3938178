//! The parts of a request that a decision depends on.

use crate::adapter::{RequestHead, RequestHeader};

/// The parts of a request that a decision depends on, as received from the network.
///
/// `Access-Control-Request-Headers` is missing on purpose. The preflight response lists the policy's own headers,
/// whatever the request asks for, and the browser compares.
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
    /// The lines of `Sec-Fetch-Site`. They are read for `enforce`
    /// ([`Decision::Refuse`](crate::decision::Decision::Refuse)) and for the log.
    pub fetch_site: FieldLines<'r>,
    /// The authority of the target, if it has one: from a target in absolute form, or from `:authority` in HTTP/2. It
    /// is read where `fetch_site` is.
    pub authority: Option<&'r [u8]>,
    /// The lines of `Host`. They are read where `fetch_site` is.
    pub host: FieldLines<'r>,
}

/// The field lines of a header that should have at most one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FieldLines<'r> {
    /// No line.
    #[default]
    Absent,
    /// One line.
    One(&'r [u8]),
    /// Several lines, which no browser sends.
    Several,
}

impl<'r> FromIterator<&'r [u8]> for FieldLines<'r> {
    /// Reads at most two lines.
    fn from_iter<I: IntoIterator<Item = &'r [u8]>>(lines: I) -> Self {
        let mut lines = lines.into_iter();
        match (lines.next(), lines.next()) {
            (None, _) => Self::Absent,
            (Some(line), None) => Self::One(line),
            (Some(_), Some(_)) => Self::Several,
        }
    }
}

impl<'r> Request<'r> {
    /// Reads the parts that a decision depends on if the route refuses no request.
    #[doc(hidden)]
    #[must_use]
    pub fn of(head: impl RequestHead<'r>) -> Self {
        let method = head.method();
        // Only a preflight has a requested method, so other requests skip the look-up.
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

    /// Reads the parts that [`Self::of`] reads, and the site of the request.
    ///
    /// The names of the server are read only if the browser does not send `Sec-Fetch-Site`.
    #[doc(hidden)]
    #[must_use]
    pub fn with_server_names(head: impl RequestHead<'r>) -> Self {
        let fetch_site = head.lines(RequestHeader::FetchSite).collect();
        let request = Self { fetch_site, ..Self::of(head) };
        if fetch_site != FieldLines::Absent || request.origin == FieldLines::Absent {
            return request;
        }
        let host = head.lines(RequestHeader::Host).collect();
        Self { authority: head.authority(), host, ..request }
    }

    /// Returns the method that a policy has to allow. A page opens a WebSocket with `CONNECT` over HTTP/2 (RFC 8441), as with
    /// `GET` over HTTP/1.1.
    #[inline]
    pub(crate) fn allowable_method(&self) -> &'r [u8] {
        if self.method == b"CONNECT" { b"GET" } else { self.method }
    }

    /// Reports whether this is a [CORS-preflight request](https://fetch.spec.whatwg.org/#cors-preflight-request), for
    /// any method: `OPTIONS` with `Origin` and `Access-Control-Request-Method`.
    #[must_use]
    #[inline]
    pub fn is_preflight(&self) -> bool {
        let is_present = |lines| !matches!(lines, FieldLines::Absent);
        self.method == b"OPTIONS" && is_present(self.origin) && is_present(self.requested_method)
    }
}

/// Reports whether a request is a preflight. It reads no header of other methods than `OPTIONS`.
#[doc(hidden)]
#[must_use]
#[inline]
pub fn is_preflight<'r>(head: impl RequestHead<'r>) -> bool {
    head.method() == b"OPTIONS" && Request::of(head).is_preflight()
}

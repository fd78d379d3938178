//! The options of a request.

/// The [mode](https://fetch.spec.whatwg.org/#concept-request-mode) of a request: which responses of another origin a
/// script may get.
///
/// ```
/// # use cors_browser::Mode;
///
/// assert_eq!(Mode::default(), Mode::Cors);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// A response that the server shares; the default of `fetch()` and `XMLHttpRequest`.
    #[default]
    Cors,
    /// Any response, without access to its content. This is the default of `<img>` and `<script>`.
    NoCors,
    /// No response of another origin.
    SameOrigin,
}

/// The [credentials mode](https://fetch.spec.whatwg.org/#concept-request-credentials-mode) of a request: when it
/// carries cookies, client certificates and HTTP authentication.
///
/// ```
/// # use cors_browser::Credentials;
///
/// assert_eq!(Credentials::default(), Credentials::SameOrigin);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Credentials {
    /// Never.
    Omit,
    /// In requests to the page's own origin; the default.
    #[default]
    SameOrigin,
    /// Always, like `withCredentials` of `XMLHttpRequest`.
    Include,
}

/// The [redirect mode](https://fetch.spec.whatwg.org/#concept-request-redirect-mode) of a request.
///
/// ```
/// # use cors_browser::Redirect;
///
/// assert_eq!(Redirect::default(), Redirect::Follow);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Redirect {
    /// A redirect is followed; the default.
    #[default]
    Follow,
    /// A redirect is an error.
    Error,
    /// A redirect is the response, without access to its content.
    Manual,
}

/// The [referrer policy](https://w3c.github.io/webappsec-referrer-policy/#referrer-policies) of the page. In the model
/// it only decides whether `Origin` is `null` on requests that are not CORS requests.
///
/// ```
/// # use cors_browser::ReferrerPolicy;
///
/// assert_eq!(ReferrerPolicy::default(), ReferrerPolicy::StrictOriginWhenCrossOrigin);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum ReferrerPolicy {
    /// `no-referrer`
    NoReferrer,
    /// `no-referrer-when-downgrade`
    NoReferrerWhenDowngrade,
    /// `same-origin`
    SameOrigin,
    /// `origin`
    Origin,
    /// `strict-origin`
    StrictOrigin,
    /// `origin-when-cross-origin`
    OriginWhenCrossOrigin,
    /// `strict-origin-when-cross-origin`, the default of browsers
    #[default]
    StrictOriginWhenCrossOrigin,
    /// `unsafe-url`
    UnsafeUrl,
}

/// The body of a request. Its type sets `Content-Type` unless the script does
/// ([extract a body](https://fetch.spec.whatwg.org/#concept-bodyinit-extract)).
///
/// ```
/// # use cors_browser::{Body, Request};
///
/// let request = Request::post("https://api.example.com/").body(Body::Form("a=1".to_owned()));
/// # let _ = request;
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Body {
    /// No body.
    #[default]
    Empty,
    /// A string: `text/plain;charset=UTF-8`.
    Text(String),
    /// `URLSearchParams`: `application/x-www-form-urlencoded;charset=UTF-8`.
    Form(String),
    /// `FormData`, already encoded with this boundary: `multipart/form-data; boundary=…`.
    Multipart {
        /// The boundary.
        boundary: String,
        /// The parts.
        bytes: Vec<u8>,
    },
    /// A `Blob` with its type, which may be empty.
    Blob(String, Vec<u8>),
    /// An `ArrayBuffer`, which has no type.
    Bytes(Vec<u8>),
    /// A `ReadableStream`, which always needs a preflight and cannot be sent again after a redirect.
    Stream(Vec<u8>),
}

impl Body {
    pub(crate) fn content_type(&self) -> Option<String> {
        match self {
            Self::Empty | Self::Bytes(_) | Self::Stream(_) => None,
            Self::Text(_) => Some("text/plain;charset=UTF-8".to_owned()),
            Self::Form(_) => Some("application/x-www-form-urlencoded;charset=UTF-8".to_owned()),
            Self::Multipart { boundary, .. } => Some(format!("multipart/form-data; boundary={boundary}")),
            Self::Blob(mime, _) => Some(mime.clone()).filter(|mime| !mime.is_empty()),
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Self::Empty => b"",
            Self::Text(text) | Self::Form(text) => text.as_bytes(),
            Self::Multipart { bytes, .. }
            | Self::Blob(_, bytes)
            | Self::Bytes(bytes)
            | Self::Stream(bytes) => bytes,
        }
    }

    pub(crate) fn is_stream(&self) -> bool {
        matches!(self, Self::Stream(_))
    }
}

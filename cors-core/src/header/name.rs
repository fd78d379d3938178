//! The names of the response headers that a policy sets.

/// A response header that a policy writes (Fetch, [HTTP responses]).
///
/// [HTTP responses]: https://fetch.spec.whatwg.org/#http-responses
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HeaderName {
    /// `Access-Control-Allow-Origin`
    AllowOrigin,
    /// `Access-Control-Allow-Credentials`
    AllowCredentials,
    /// `Access-Control-Allow-Methods`
    AllowMethods,
    /// `Access-Control-Allow-Headers`
    AllowHeaders,
    /// `Access-Control-Max-Age`
    MaxAge,
    /// `Access-Control-Expose-Headers`
    ExposeHeaders,
    /// `Cache-Control`, on a refusal
    CacheControl,
}

impl HeaderName {
    /// The headers that a preflight response can have.
    pub(crate) const OF_PREFLIGHT: [Self; 5] =
        [Self::AllowOrigin, Self::AllowCredentials, Self::AllowMethods, Self::AllowHeaders, Self::MaxAge];
    /// The headers that any other response can have.
    pub(crate) const OF_ACTUAL: [Self; 3] = [Self::AllowOrigin, Self::AllowCredentials, Self::ExposeHeaders];

    /// Returns the name in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AllowOrigin => "access-control-allow-origin",
            Self::AllowCredentials => "access-control-allow-credentials",
            Self::AllowMethods => "access-control-allow-methods",
            Self::AllowHeaders => "access-control-allow-headers",
            Self::MaxAge => "access-control-max-age",
            Self::ExposeHeaders => "access-control-expose-headers",
            Self::CacheControl => "cache-control",
        }
    }

    /// Reports whether only a policy may write the header `name`: names that begin with `Access-Control-`, in any case.
    ///
    /// ```
    /// use cors_core::HeaderName;
    ///
    /// assert!(HeaderName::is_reserved("Access-Control-Allow-Origin"));
    /// assert!(!HeaderName::is_reserved("etag"));
    /// ```
    #[must_use]
    pub fn is_reserved(name: &str) -> bool {
        name.as_bytes()
            .get(.."access-control-".len())
            .is_some_and(|start| start.eq_ignore_ascii_case(b"access-control-"))
    }
}

//! What a policy decides for one request: which headers the response gets, and whether to answer at once.

use std::borrow::Cow;

use crate::AllowMethods;
use crate::policy::Policy;
use crate::vary::Vary;

/// The decision for one request. It borrows only from the policy, so it can wait for the response.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Decision<'p> {
    /// A preflight for a method that the route serves: answer with [`status`](Answer::status) and no body. No
    /// handler, guard or extractor runs.
    Answer(Answer<'p>),
    /// Any other request: let it go its way, remove every `Access-Control-*` header from its response, whatever its
    /// outcome, and add these.
    Decorate(Headers<'p>),
}

impl<'p> Decision<'p> {
    /// The headers of the response, whoever makes it.
    #[must_use]
    pub const fn headers(&self) -> Headers<'p> {
        match self {
            Self::Answer(answer) => answer.headers,
            Self::Decorate(headers) => *headers,
        }
    }
}

/// The answer to a preflight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer<'p> {
    /// Whether the preflight succeeds.
    pub allowed: bool,
    /// The headers of the answer.
    pub headers: Headers<'p>,
}

impl Answer<'_> {
    /// 204 if the preflight succeeds, 403 otherwise.
    #[must_use]
    pub const fn status(&self) -> u16 {
        if self.allowed { 204 } else { 403 }
    }
}

/// The headers to add to a response.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Headers<'p> {
    pub(crate) policy: &'p Policy,
    pub(crate) allow_origin: Option<Value<'p>>,
    /// The methods to allow, on a preflight.
    pub(crate) preflight: Option<&'p AllowMethods>,
    pub(crate) vary: Vary,
}

/// A response header of the CORS protocol (Fetch, [HTTP responses]).
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
}

impl HeaderName {
    /// The name in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AllowOrigin => "access-control-allow-origin",
            Self::AllowCredentials => "access-control-allow-credentials",
            Self::AllowMethods => "access-control-allow-methods",
            Self::AllowHeaders => "access-control-allow-headers",
            Self::MaxAge => "access-control-max-age",
            Self::ExposeHeaders => "access-control-expose-headers",
        }
    }

    /// Whether `name` is one that only a policy may write: it begins with `Access-Control-`, in any case.
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

/// The value of a header, and how long it lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'p> {
    /// A literal of the program, which can be sent without a copy.
    Static(&'static str),
    /// A string of a policy that was built at run time.
    Policy(&'p str),
    /// The value of the request's `Origin` header, which matched a wildcard pattern.
    RequestOrigin,
}

impl<'p> From<&'p Cow<'static, str>> for Value<'p> {
    fn from(text: &'p Cow<'static, str>) -> Self {
        match text {
            Cow::Borrowed(text) => Self::Static(text),
            Cow::Owned(text) => Self::Policy(text),
        }
    }
}

impl<'p> Headers<'p> {
    /// The `Access-Control-*` headers, each at most once.
    pub fn iter(&self) -> impl Iterator<Item = (HeaderName, Value<'p>)> + use<'p> {
        let (policy, preflight) = (self.policy, self.preflight);
        let of_preflight = |value: Option<Value<'p>>| value.filter(|_| preflight.is_some());
        let values = [
            (HeaderName::AllowOrigin, self.allow_origin),
            (HeaderName::AllowCredentials, policy.credentials.then_some(Value::Static("true"))),
            (HeaderName::AllowMethods, preflight.map(AllowMethods::value)),
            (HeaderName::AllowHeaders, of_preflight(policy.allow_headers.as_ref().map(Value::from))),
            (HeaderName::MaxAge, of_preflight(policy.max_age.as_ref().map(Value::from))),
            (
                HeaderName::ExposeHeaders,
                policy.expose_headers.as_ref().map(Value::from).filter(|_| preflight.is_none()),
            ),
        ];
        let allowed = self.allow_origin.is_some();
        values.into_iter().filter(move |_| allowed).filter_map(|(name, value)| Some((name, value?)))
    }

    /// Whether the response repeats the request's `Origin`, whose value then has to be kept until it comes.
    #[must_use]
    pub fn repeats_origin(&self) -> bool {
        self.allow_origin == Some(Value::RequestOrigin)
    }

    /// What to merge into the response's `Vary` header, with [`Vary::missing_from`].
    #[must_use]
    pub fn vary(&self) -> Vary {
        self.vary
    }
}

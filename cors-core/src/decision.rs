//! What a policy decides for one request: which headers the response gets, and whether to answer at once.

use crate::origin::Match;
use crate::served::Served;
use crate::source::PolicyRef;
use crate::text::Text;
use crate::vary::{Vary, VaryOn};

/// The decision for one request. It borrows only from the policy, so it can wait for the response.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision<'p> {
    /// A preflight for a method that the route serves: answer with [`status`](Answer::status) and no body. No
    /// handler, guard or extractor runs.
    Answer(Answer<'p>),
    /// Any other request: let it go its way, remove every `Access-Control-*` header from its response, whatever its
    /// outcome, and add these.
    Decorate(Headers<'p>),
    /// A request that the route refuses (the key `enforce`): answer with [`REFUSED`] and no body. No handler, guard or
    /// extractor runs.
    Refuse(Headers<'p>),
}

/// The status of an answer that refuses: 403.
pub const REFUSED: u16 = 403;

impl<'p> Decision<'p> {
    /// The headers of the response, whoever makes it.
    #[must_use]
    pub const fn headers(&self) -> &Headers<'p> {
        match self {
            Self::Answer(answer) => &answer.headers,
            Self::Decorate(headers) | Self::Refuse(headers) => headers,
        }
    }

    /// What the response of a handler gets, to which somebody else's preflight has come all the same: an answer is not the
    /// handler's to give.
    #[doc(hidden)]
    #[must_use]
    pub fn of_handler(self) -> Self {
        match self {
            Self::Answer(Answer { headers, .. }) => {
                Self::Decorate(Headers { allow_origin: None, preflight: None, ..headers })
            }
            decision => decision,
        }
    }
}

/// The answer to a preflight.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer<'p> {
    /// Whether the preflight succeeds.
    pub allowed: bool,
    /// The headers of the answer.
    pub headers: Headers<'p>,
}

impl Answer<'_> {
    /// 204 if the preflight succeeds, [`REFUSED`] otherwise.
    #[must_use]
    pub const fn status(&self) -> u16 {
        if self.allowed { 204 } else { REFUSED }
    }
}

/// The headers to add to a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Headers<'p> {
    pub(crate) policy: PolicyRef<'p>,
    pub(crate) allow_origin: Option<Match>,
    /// The methods of the route, on a preflight.
    pub(crate) preflight: Option<Served<'p>>,
    pub(crate) vary: VaryOn,
}

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
    /// `Cache-Control`, on what a route refuses
    CacheControl,
}

impl HeaderName {
    /// What the answer to a preflight can have.
    const OF_PREFLIGHT: [Self; 5] =
        [Self::AllowOrigin, Self::AllowCredentials, Self::AllowMethods, Self::AllowHeaders, Self::MaxAge];
    /// What the response to any other request can have.
    const OF_RESPONSE: [Self; 3] = [Self::AllowOrigin, Self::AllowCredentials, Self::ExposeHeaders];

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
            Self::CacheControl => "cache-control",
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'h> {
    /// A literal of the program, which can be sent without a copy.
    Static(&'static str),
    /// A string of a policy that was made at run time.
    Policy(&'h str),
    /// A string that was put together for this response.
    Owned(String),
    /// The value of the request's `Origin` header, which is allowed.
    RequestOrigin,
}

impl<'h> From<Text<'h>> for Value<'h> {
    fn from(text: Text<'h>) -> Self {
        match text {
            Text::Static(text) => Self::Static(text),
            Text::Policy(text) => Self::Policy(text),
        }
    }
}

impl From<Match> for Value<'_> {
    fn from(allowed: Match) -> Self {
        match allowed {
            Match::Any => Self::Static("*"),
            Match::Request => Self::RequestOrigin,
        }
    }
}

/// Which headers there are beside `Vary`.
#[derive(Clone, Copy)]
enum Given {
    Nothing,
    Response,
    Preflight,
    Refusal,
}

impl<'p> Headers<'p> {
    /// How many [shapes](Self::shape) there are.
    #[doc(hidden)]
    pub const SHAPES: usize = (Given::Refusal as usize + 1) * VaryOn::COUNT;

    /// A number below [`Self::SHAPES`]. Headers that one route, or one default policy, gives by one policy and that have the
    /// same shape differ in nothing but the origin that they repeat.
    #[doc(hidden)]
    #[must_use]
    pub fn shape(&self) -> usize {
        self.given() as usize * VaryOn::COUNT + self.vary as usize
    }

    /// The policy that gives them.
    #[doc(hidden)]
    #[must_use]
    pub const fn policy(&self) -> &PolicyRef<'p> {
        &self.policy
    }

    fn given(&self) -> Given {
        match (self.allow_origin, self.preflight) {
            (Some(_), Some(_)) => Given::Preflight,
            (Some(_), None) => Given::Response,
            (None, _) if self.vary == VaryOn::Refusal => Given::Refusal,
            (None, _) => Given::Nothing,
        }
    }

    /// The headers but for `Vary`, each at most once.
    pub fn iter(&self) -> impl Iterator<Item = (HeaderName, Value<'_>)> {
        let names: &[HeaderName] = match self.given() {
            Given::Preflight => &HeaderName::OF_PREFLIGHT,
            Given::Response => &HeaderName::OF_RESPONSE,
            Given::Refusal => &[HeaderName::CacheControl],
            Given::Nothing => &[],
        };
        names.iter().filter_map(|name| Some((*name, self.value(*name)?)))
    }

    /// The value of `Access-Control-Allow-Origin`.
    #[must_use]
    pub fn allow_origin(&self) -> Option<Value<'_>> {
        self.allow_origin.map(Value::from)
    }

    fn value(&self, name: HeaderName) -> Option<Value<'_>> {
        let policy = &*self.policy;
        match name {
            HeaderName::AllowOrigin => self.allow_origin(),
            HeaderName::AllowCredentials => policy.credentials().then_some(Value::Static("true")),
            HeaderName::AllowMethods => self.preflight.map(|served| served.value(policy)),
            HeaderName::AllowHeaders => policy.allow_headers().map(Value::from),
            HeaderName::MaxAge => policy.max_age().map(Value::from),
            HeaderName::ExposeHeaders => policy.expose_headers().map(Value::from),
            HeaderName::CacheControl => Some(Value::Static("no-store")),
        }
    }

    /// Whether the response repeats the request's `Origin`, whose value then has to be kept until there is a response.
    #[must_use]
    pub fn repeats_origin(&self) -> bool {
        self.allow_origin == Some(Match::Request)
    }

    /// What to merge into the response's `Vary` header, with [`Vary::missing_from`].
    #[must_use]
    pub fn vary(&self) -> Vary {
        self.vary.by(&self.policy)
    }
}

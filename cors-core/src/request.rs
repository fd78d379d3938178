//! What of a request a decision looks at, and the decision itself.

use crate::allow_methods::AllowMethods;
use crate::decision::{Answer, Decision, Headers};
use crate::policy::Policy;
use crate::vary::Vary;

/// The parts of a request that a decision depends on, as they came from the network.
///
/// There is no place for `Access-Control-Request-Headers`: the answer is the policy's own list, whatever was asked,
/// and the browser compares.
///
/// ```
/// use cors_core::{Decision, Lines, Policy, Request};
///
/// let policy = Policy::builder().origins(["https://app.example.com"]).methods(["PUT"]).build()?;
/// let preflight = Request {
///     method: b"OPTIONS",
///     origin: Lines::One(b"https://app.example.com"),
///     requested_method: Lines::One(b"PUT"),
/// };
/// let Decision::Answer(answer) = policy.decide_alone(&preflight) else { panic!() };
/// assert_eq!(answer.status(), 204);
/// # Ok::<(), cors_core::PolicyError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request<'r> {
    /// The method.
    pub method: &'r [u8],
    /// The lines of `Origin`.
    pub origin: Lines<'r>,
    /// The lines of `Access-Control-Request-Method`.
    pub requested_method: Lines<'r>,
}

/// The lines of a header that is meant to have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines<'r> {
    /// The header is not there.
    None,
    /// One line.
    One(&'r [u8]),
    /// Several lines, which no browser sends.
    Several,
}

impl<'r> FromIterator<&'r [u8]> for Lines<'r> {
    /// Looks at two lines at most.
    fn from_iter<I: IntoIterator<Item = &'r [u8]>>(lines: I) -> Self {
        let mut lines = lines.into_iter();
        match (lines.next(), lines.next()) {
            (None, _) => Self::None,
            (Some(line), None) => Self::One(line),
            (Some(_), Some(_)) => Self::Several,
        }
    }
}

/// What a request is to the CORS protocol (Fetch, [HTTP requests]).
///
/// [HTTP requests]: https://fetch.spec.whatwg.org/#http-requests
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class<'r> {
    /// No `Origin`.
    NotCors,
    /// `OPTIONS` with `Origin` and `Access-Control-Request-Method`.
    Preflight { requested_method: Lines<'r> },
    /// Any other request with `Origin`; a same-origin `POST` has one, too.
    Actual,
}

impl<'r> Request<'r> {
    fn class(&self) -> Class<'r> {
        match (self.origin, self.requested_method) {
            (Lines::None, _) => Class::NotCors,
            (_, Lines::None) => Class::Actual,
            (_, requested_method) if self.method == b"OPTIONS" => Class::Preflight { requested_method },
            _ => Class::Actual,
        }
    }

    /// Whether this is a preflight for one of the methods in `served`.
    ///
    /// Several lines, or one that is no method of the route, are served by nobody.
    #[must_use]
    pub fn is_preflight_for(&self, served: &AllowMethods) -> bool {
        matches!(self.class(), Class::Preflight { requested_method: Lines::One(method) } if served.contains(method))
    }
}

impl Policy {
    /// What `request` gets on a route that serves the methods `served` to other origins.
    ///
    /// Never allocates for policies that are literals, and looks at no more than 326 bytes of `Origin`.
    #[must_use]
    pub fn decide<'p>(&'p self, served: &'p AllowMethods, request: &Request<'_>) -> Decision<'p> {
        if request.is_preflight_for(served) {
            return self.preflight(served, request.origin);
        }
        match request.class() {
            // Some other handler's preflight that came here all the same: as if it were a refused request.
            Class::Preflight { .. } => Decision::Decorate(self.headers(Lines::None, self.vary())),
            // A method that was left out is for the route's own origin only.
            _ if !served.contains(request.method) => {
                Decision::Decorate(self.headers(Lines::None, Vary::Nothing))
            }
            Class::NotCors if !self.origins.is_any() => {
                Decision::Decorate(self.headers(Lines::None, self.vary()))
            }
            Class::NotCors => Decision::Decorate(self.headers(Lines::One(b""), self.vary())),
            Class::Actual => Decision::Decorate(self.headers(request.origin, self.vary())),
        }
    }

    /// What `request` gets where there is no route to tell the methods: those of the policy, else the
    /// [CORS-safelisted](AllowMethods::SAFELISTED) ones.
    #[must_use]
    pub fn decide_alone(&self, request: &Request<'_>) -> Decision<'_> {
        self.decide(self.methods.as_ref().unwrap_or(AllowMethods::SAFELISTED), request)
    }

    /// Fetch, [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), from the server's side.
    fn preflight<'p>(&'p self, served: &'p AllowMethods, origin: Lines<'_>) -> Decision<'p> {
        let vary = if self.vary() == Vary::Origin { Vary::Preflight } else { Vary::Nothing };
        let headers = Headers { preflight: Some(served), ..self.headers(origin, vary) };
        Decision::Answer(Answer { allowed: headers.allow_origin.is_some(), headers })
    }

    /// Fetch, [CORS check](https://fetch.spec.whatwg.org/#concept-cors-check), from the server's side.
    fn headers(&self, origin: Lines<'_>, vary: Vary) -> Headers<'_> {
        let allow_origin = match origin {
            Lines::One(origin) => self.origins.find(origin),
            Lines::Several if self.origins.is_any() => self.origins.find(b""),
            Lines::None | Lines::Several => None,
        };
        Headers { policy: self, allow_origin, preflight: None, vary }
    }

    /// Fetch, [CORS protocol and HTTP caches](https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches).
    fn vary(&self) -> Vary {
        if self.origins.is_any() || self.origins.is_own() { Vary::Nothing } else { Vary::Origin }
    }
}

//! What of a request a decision looks at, and the decision itself.

use crate::allow_methods::AllowMethods;
use crate::decision::{Answer, Decision, Headers};
use crate::origin::{Match, Origin, Origins};
use crate::policy::Policy;
use crate::predicate::{Predicate, Question};
use crate::served::Served;
use crate::source::PolicyRef;
use crate::vary::VaryOn;

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
///     ..Request::default()
/// };
/// let Decision::Answer(answer) = policy.decide_alone(&preflight) else { panic!() };
/// assert_eq!(answer.status(), 204);
/// # Ok::<(), cors_core::PolicyError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Request<'r> {
    /// The method.
    pub method: &'r [u8],
    /// The lines of `Origin`.
    pub origin: Lines<'r>,
    /// The lines of `Access-Control-Request-Method`.
    pub requested_method: Lines<'r>,
    /// The lines of `Sec-Fetch-Site`; looked at only for the log, and where the route [refuses](crate::Decision::Refuse) requests.
    pub fetch_site: Lines<'r>,
    /// The authority of the target, if it has one: of a target in absolute form, and in HTTP/2 `:authority`. It is looked at
    /// as `fetch_site` is.
    pub authority: Option<&'r [u8]>,
    /// The lines of `Host`; looked at as `fetch_site` is.
    pub host: Lines<'r>,
}

/// The lines of a header that is meant to have one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lines<'r> {
    /// The header is not there.
    #[default]
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

    /// Whether this is a [CORS-preflight request](https://fetch.spec.whatwg.org/#cors-preflight-request), for whatever
    /// method: `OPTIONS` with `Origin` and `Access-Control-Request-Method`.
    #[must_use]
    pub fn is_preflight(&self) -> bool {
        matches!(self.class(), Class::Preflight { .. })
    }

    /// Whether this is a preflight for a method that the route serves to the origins of `policy`.
    ///
    /// Several lines, or one that is no method of the route, are served by nobody.
    pub(crate) fn is_preflight_for(&self, policy: &Policy, served: Served<'_>) -> bool {
        matches!(
            self.class(),
            Class::Preflight { requested_method: Lines::One(method) } if served.allows(policy, method)
        )
    }

    /// What a predicate has to judge before there can be a decision.
    pub(crate) fn question(&self, policy: &Policy, served: Served<'_>) -> Option<Question<'r>> {
        let Predicate { judge, .. } = *policy.origins().predicate()?;
        let Lines::One(origin) = self.origin else { return None };
        let is_cors = match self.class() {
            Class::NotCors => false,
            Class::Preflight { .. } => self.is_preflight_for(policy, served),
            Class::Actual => served.allows(policy, self.method),
        };
        Some(Question { origin: Origin::parse(origin).filter(|_| is_cors)?, judge })
    }

    /// What this request gets on a route that has this policy and serves these methods.
    ///
    /// `is_approved` is what a predicate says of the origin, if the policy has one.
    pub(crate) fn decide<'p>(
        &self,
        policy: PolicyRef<'p>,
        served: Served<'p>,
        is_approved: bool,
    ) -> Decision<'p> {
        if self.is_preflight_for(&policy, served) {
            return self.preflight(policy, served, is_approved);
        }
        let origins = policy.origins();
        let vary = vary(origins, VaryOn::Origin);
        let (origin, vary) = match self.class() {
            // Some other handler's preflight that came here all the same: as if it were a refused request.
            Class::Preflight { .. } => (Lines::None, vary),
            // A method that was left out is for the route's own origin only.
            _ if !served.allows(&policy, self.method) => (Lines::None, VaryOn::Nothing),
            Class::NotCors if origins.is_any() => (Lines::One(b"".as_slice()), vary),
            Class::NotCors => (Lines::None, vary),
            Class::Actual => (self.origin, vary),
        };
        let allow_origin = find(origins, origin, is_approved);
        Decision::Decorate(Headers { policy, allow_origin, preflight: None, vary })
    }

    /// Fetch, [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), from the server's side.
    fn preflight<'p>(&self, policy: PolicyRef<'p>, served: Served<'p>, is_approved: bool) -> Decision<'p> {
        let origins = policy.origins();
        let vary = vary(origins, VaryOn::Preflight);
        let allow_origin = find(origins, self.origin, is_approved);
        let headers = Headers { policy, allow_origin, preflight: Some(served), vary };
        Decision::Answer(Answer { allowed: allow_origin.is_some(), headers })
    }
}

/// Fetch, [CORS check](https://fetch.spec.whatwg.org/#concept-cors-check), from the server's side.
fn find(origins: Origins<'_>, origin: Lines<'_>, is_approved: bool) -> Option<Match> {
    match origin {
        Lines::One(_) if origins.predicate().is_some() => is_approved.then_some(Match::Request),
        Lines::One(origin) => origins.find(origin),
        Lines::Several if origins.is_any() => Some(Match::Any),
        Lines::None | Lines::Several => None,
    }
}

/// Fetch, [CORS protocol and HTTP caches](https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches).
fn vary(origins: Origins<'_>, by_origin: VaryOn) -> VaryOn {
    if origins.is_any() || origins.is_own() { VaryOn::Nothing } else { by_origin }
}

impl Policy {
    /// What `request` gets on a route that serves the methods `served` to other origins.
    ///
    /// Methods that the policy leaves out are left out of `served` as well. Never allocates for policies that leave out
    /// none, and looks at no more than 326 bytes of `Origin`.
    #[must_use]
    pub fn decide<'p>(&'p self, served: AllowMethods<'p>, request: &Request<'_>) -> Decision<'p> {
        let served = Served::Route { methods: served, head_follows_get: false };
        request.decide(PolicyRef::Borrowed(self), served, false)
    }

    /// What `request` gets where there is no route to tell the methods: those of the policy, else the
    /// [CORS-safelisted](AllowMethods::SAFELISTED) ones.
    #[must_use]
    pub fn decide_alone(&self, request: &Request<'_>) -> Decision<'_> {
        self.decide(self.methods().unwrap_or(AllowMethods::SAFELISTED), request)
    }
}

//! What the log says, at debug, of a request that a policy does not let pass: why, and the line that would allow it.
//!
//! Each text is one line. What of it comes from a request is escaped and cut, so that nobody writes lines of their own.

pub(crate) mod application;
pub(crate) mod escaped;
mod missing_headers;
mod refusal;
pub(crate) mod route_path;

use std::fmt::Display;

use crate::decision::enforce::is_of_own_site;
use crate::decision::{Decision, FieldLines, Headers, Request, RouteMethods};
use crate::explain::escaped::Escaped;
use crate::explain::refusal::Refusal;
use crate::explain::route_path::RoutePath;
use crate::policy::{AllowMethods, Policy};

/// Explains decisions at one place: a route, or whatever has none.
pub(crate) struct Explainer<'a> {
    /// The path.
    pub(crate) route: &'a dyn Display,
    pub(crate) served: RouteMethods<'a>,
    /// All methods of the route; `None` if nobody knows them.
    pub(crate) methods: Option<AllowMethods<'a>>,
}

impl Explainer<'_> {
    /// Why pages do not get what `request` asks for, after this `decision`; `None` if they do.
    ///
    /// `asked` are the lines of `Access-Control-Request-Headers`.
    pub(crate) fn report<'r>(
        &self,
        request: &Request<'_>,
        decision: &Decision<'_>,
        asked: impl Iterator<Item = &'r [u8]>,
    ) -> Option<String> {
        match decision {
            Decision::Refuse(_) => self.actual(request, decision),
            _ if request.is_preflight() => self.of_preflight(request, decision, asked),
            _ => self.actual(request, decision),
        }
    }

    fn of_preflight<'r>(
        &self,
        request: &Request<'_>,
        decision: &Decision<'_>,
        asked: impl Iterator<Item = &'r [u8]>,
    ) -> Option<String> {
        // Several lines ask for nothing.
        let FieldLines::One(method) = request.requested_method else { return None };
        let (policy, route, shown) = (&*decision.headers().policy, RoutePath(self.route), Escaped(method));
        match decision {
            Decision::Preflight(answer) if answer.allowed => {
                let missing = missing_headers::missing(policy, asked)?;
                Some(missing.line(&format_args!("{shown} {route}"), self.why(policy)))
            }
            Decision::Preflight(_) => {
                let (origin, why) = (Requester(request.origin), self.why(policy).origin(request.origin));
                Some(format!("refused the preflight for {shown} {route} from {origin}: {why}"))
            }
            _ => {
                let why = self.left_out(policy, request, method)?;
                Some(format!("browser will block {shown} {route}: {why}"))
            }
        }
    }

    fn actual(&self, request: &Request<'_>, decision: &Decision<'_>) -> Option<String> {
        let Headers { policy, allow_origin, .. } = decision.headers();
        let (route, shown, origin) =
            (RoutePath(self.route), Escaped(request.method), Requester(request.origin));
        let is_served = self.served.allows(policy, request.method);
        let why_origin = || self.why(policy).origin(request.origin);
        let why = || self.left_out(policy, request, request.method).or_else(|| is_served.then(why_origin));
        match decision {
            Decision::Refuse(_) => {
                let why = why().unwrap_or_else(why_origin);
                Some(format!("refused {shown} {route} from {origin}: {why}"))
            }
            _ if allow_origin.is_some() => None,
            _ if request.origin == FieldLines::Absent || is_of_own_site(request) => None,
            _ => Some(format!("{origin} cannot read {shown} {route}: {}", why()?)),
        }
    }

    /// Why pages of other origins cannot use a method of this route, if that is what `method` is.
    fn left_out(&self, policy: &Policy, request: &Request<'_>, method: &[u8]) -> Option<String> {
        let is_of_route = self.methods.is_none_or(|methods| methods.contains(method));
        let why = self.why(policy);
        (is_of_route && !self.served.allows(policy, method)).then(|| {
            match policy.origins().is_same_origin() {
                true => why.origin(request.origin),
                false => why.method(method),
            }
        })
    }

    fn why<'a>(&self, policy: &'a Policy) -> Refusal<'a> {
        Refusal { policy, is_default: self.served == RouteMethods::Unknown }
    }
}

/// Of a preflight that is refused because no annotated route answers it.
#[doc(hidden)]
#[must_use]
pub fn unclaimed_preflight(path: &[u8], request: &Request<'_>) -> Option<String> {
    let FieldLines::One(method) = request.requested_method else { return None };
    let (shown, path, origin) = (Escaped(method), Escaped(path), Requester(request.origin));
    Some(format!(
        "refused the preflight for {shown} {path} from {origin}: no handler with #[cors] answers it; put #[cors(…)] on \
         the one that serves {shown}, or wrap the middleware that hides it as well"
    ))
}

/// Who asks.
struct Requester<'r>(FieldLines<'r>);

impl Display for Requester<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            FieldLines::Absent => f.write_str("a page of another site"),
            FieldLines::One(origin) => write!(f, "\"{}\"", Escaped(origin)),
            FieldLines::Several => f.write_str("several origins"),
        }
    }
}

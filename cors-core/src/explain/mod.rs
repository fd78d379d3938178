//! Lines of the log: why a policy does not allow a request, with the key that would allow it, and which settings have
//! no effect.
//!
//! Each text is one line. Text of a request is escaped and cut here, so that a request cannot forge further lines.

mod missing_headers;
mod reasons;
mod removed;
mod routers;

use std::fmt::Display;

use crate::adapter::{Adapter, Level, RequestHead, RequestHeader};
use crate::decision::enforce::is_cross_origin;
use crate::decision::{Decision, FieldLines, Request, RouteMethods};
use crate::explain::missing_headers::missing_headers;
use crate::explain::reasons::Reasons;
use crate::policy::{AllowMethods, Policy};
use crate::syntax::escaped::Escaped;

pub(crate) use removed::removed_headers;
pub use routers::{Unanswered, unanswered_preflight, warn_of_hidden_cors};
pub(crate) use routers::{hidden_handler, unserved_methods, without_cors};

/// Writes a line of the log, if there is one.
#[doc(hidden)]
pub fn log_line<A: Adapter>(line: Option<String>) {
    if let Some(line) = line {
        A::log(Level::Debug, &line);
    }
}

/// Returns the path of a route, or the name of what has none. An empty path is `""`, because a blank would look like a missing
/// column.
pub(crate) fn shown_path(path: &str) -> &str {
    if path.is_empty() { "\"\"" } else { path }
}

/// The context in which the decisions of one route, or of a default policy, are explained.
pub(crate) struct Explainer<'a> {
    /// The route, or the path of a request to the default policy.
    pub(crate) route: &'a str,
    /// The methods that are served to other origins.
    pub(crate) methods: RouteMethods<'a>,
    /// All methods of the route, if known.
    pub(crate) all_methods: Option<AllowMethods<'a>>,
}

impl Explainer<'_> {
    /// Returns why pages do not get what a request asks for, after this `decision`. Returns `None` if they do.
    pub(crate) fn explain<'r>(&self, head: impl RequestHead<'r>, decision: &Decision<'_>) -> Option<String> {
        let request = Request::with_server_names(head);
        if !request.is_preflight() {
            return self.actual(&request, decision).or_else(|| self.cookies(&request, decision, head));
        }
        let is_refused = matches!(decision, Decision::Refuse(_));
        let asked = head.lines(RequestHeader::RequestHeaders);
        // The route serves `OPTIONS` itself, and refuses this request although its method is not excluded.
        self.preflight(&request, decision, asked)
            .or_else(|| is_refused.then(|| self.actual(&request, decision))?)
    }

    fn preflight<'r>(
        &self,
        request: &Request<'_>,
        decision: &Decision<'_>,
        asked: impl Iterator<Item = &'r [u8]>,
    ) -> Option<String> {
        // Several lines request no method.
        let FieldLines::One(requested) = request.requested_method else { return None };
        let (policy, method, origin) =
            (&*decision.headers().policy, Escaped(requested), Requester(request.origin));
        let what = format!("{method} {} from {origin}", self.route);
        match decision {
            Decision::Preflight(headers) if headers.allowed().is_some() => {
                missing_headers(self.reasons(policy), &what, asked)
            }
            Decision::Preflight(_) => {
                let reason = self.reasons(policy).origin(request.origin);
                Some(format!("refused the preflight for {what}: {reason}"))
            }
            _ => {
                let reason = self.excluded(policy, request, requested)?;
                Some(format!("browser will block {what}: {reason}"))
            }
        }
    }

    fn actual(&self, request: &Request<'_>, decision: &Decision<'_>) -> Option<String> {
        let headers = decision.headers();
        let policy = &*headers.policy;
        let (route, method, origin) = (self.route, Escaped(request.method), Requester(request.origin));
        let of_method = || self.excluded(policy, request, request.allowable_method());
        let of_origin = || self.reasons(policy).origin(request.origin);
        match decision {
            Decision::Refuse(_) => {
                let reason = of_method().unwrap_or_else(of_origin);
                Some(format!("refused {method} {route} from {origin}: {reason}"))
            }
            _ if headers.allowed().is_some() => None,
            _ if request.origin == FieldLines::Absent || !is_cross_origin(request) => None,
            _ => {
                let is_served = request.is_served(policy, self.methods);
                let reason = of_method().or_else(|| is_served.then(of_origin))?;
                Some(format!("{origin} cannot read {method} {route}: {reason}"))
            }
        }
    }

    /// Returns the line for an allowed response that a browser blocks, because the page sends cookies and the policy has no `credentials`.
    ///
    /// Only in mode `cors` do cookies of another origin mean `credentials: "include"`: a form or a WebSocket, which may send them
    /// as well, is not blocked (Fetch, [CORS check](https://fetch.spec.whatwg.org/#concept-cors-check)).
    fn cookies<'r>(
        &self,
        request: &Request<'_>,
        decision: &Decision<'_>,
        head: impl RequestHead<'r>,
    ) -> Option<String> {
        let (Decision::Decorate(headers), FieldLines::One(_)) = (decision, request.origin) else {
            return None;
        };
        let sends_cookies = head.lines(RequestHeader::Cookie).next().is_some()
            && head.lines(RequestHeader::FetchMode).eq([b"cors".as_slice()]);
        let is_blocked = headers.allowed().is_some() && !headers.policy.credentials();
        (sends_cookies && is_blocked && is_cross_origin(request)).then(|| {
            let (method, route, page) = (Escaped(request.method), self.route, Requester(request.origin));
            let reason = self.reasons(&headers.policy).cookies();
            format!("browser will block {method} {route} from {page}: {reason}")
        })
    }

    /// Returns why other origins cannot use `method`, if the route serves it to its own origin alone.
    fn excluded(&self, policy: &Policy, request: &Request<'_>, method: &[u8]) -> Option<String> {
        let is_of_route = self.all_methods.is_none_or(|methods| methods.contains(method));
        let reasons = self.reasons(policy);
        (is_of_route && !self.methods.allows(policy, method)).then(|| {
            match policy.origins().is_same_origin() {
                true => reasons.origin(request.origin),
                false => reasons.method(self.methods.entry_for(method)),
            }
        })
    }

    fn reasons<'a>(&self, policy: &'a Policy) -> Reasons<'a> {
        Reasons { policy, is_default: self.methods == RouteMethods::NoRoute }
    }
}

/// The origin of a request, for the log.
struct Requester<'r>(FieldLines<'r>);

impl Display for Requester<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            FieldLines::Absent => f.write_str("a page of another site"),
            FieldLines::One(b"") => Escaped(b"").fmt(f),
            FieldLines::One(origin) => write!(f, "\"{}\"", Escaped(origin)),
            FieldLines::Several => f.write_str("several origins"),
        }
    }
}

//! The rows of the table: kinds of requests, and policies.

use crate::apps::policies::{METHOD, PREVIEWS, Setting};

/// A row of the table, in each stack that supports it.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) setting: Setting,
    pub(crate) ask: Ask,
}

/// The result of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The handler runs, and the page reads the response.
    AllowedActual,
    /// The page does not read the response.
    RefusedActual,
    /// The handler runs, and CORS plays no part.
    NotCors,
    /// The browser sends the actual request.
    AllowedPreflight,
    /// The browser does not send the actual request.
    RefusedPreflight,
    /// The browser does not send the actual request, because the policy does not list its headers.
    ForeignHeaders,
}

impl Kind {
    pub(crate) fn is_preflight(self) -> bool {
        matches!(self, Self::AllowedPreflight | Self::RefusedPreflight | Self::ForeignHeaders)
    }

    /// Reports whether the page succeeds.
    pub(crate) fn is_allowed(self) -> bool {
        matches!(self, Self::AllowedActual | Self::AllowedPreflight)
    }
}

/// The requests of a case, which differ only in their origin.
pub(crate) struct Ask {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    /// Used in turns; empty if the requests are not CORS requests.
    pub(crate) origins: Vec<&'static str>,
    /// All headers except `Origin`.
    pub(crate) headers: Vec<(&'static str, &'static str)>,
}

impl Ask {
    /// Returns the headers of a request. Their values are leaked, as a server keeps them in the buffer of the
    /// connection.
    pub(crate) fn headers(&self, number: usize) -> impl Iterator<Item = (&'static str, &'static str)> {
        let origin = self.origin(number).map(|origin| ("origin", origin));
        self.headers.iter().copied().chain(origin)
    }

    pub(crate) fn origin(&self, number: usize) -> Option<&'static str> {
        self.origins.get(number.checked_rem(self.origins.len())?).copied()
    }
}

/// The number of different origins in a case, spread over a long list.
const ORIGINS: usize = 64;
/// The size of the value that a preflight asks with, in bytes.
const LONG: usize = 8 << 10;

pub(crate) fn all() -> Vec<Case> {
    use Kind::{AllowedActual, AllowedPreflight, ForeignHeaders, NotCors, RefusedActual, RefusedPreflight};
    vec![
        case("allowed actual", AllowedActual, Setting::Few),
        case("refused actual", RefusedActual, Setting::Few),
        case("not CORS", NotCors, Setting::Few),
        case("allowed preflight", AllowedPreflight, Setting::Few),
        case("refused preflight", RefusedPreflight, Setting::Few),
        case("preflight with 8 KiB of headers", ForeignHeaders, Setting::Few),
        case("allowed actual, a dynamic segment", AllowedActual, Setting::Segment),
        case("allowed preflight, a dynamic segment", AllowedPreflight, Setting::Segment),
        case("allowed actual, a default policy", AllowedActual, Setting::Default),
        case("allowed preflight, a default policy", AllowedPreflight, Setting::Default),
        case("1 origin, a literal", AllowedActual, Setting::One),
        case("1 origin", AllowedActual, Setting::Built1),
        case("10 origins", AllowedActual, Setting::Built10),
        case("1 000 origins", AllowedActual, Setting::Built1000),
        case("10 000 origins", AllowedActual, Setting::Built10000),
        case("subdomains by a wildcard", AllowedActual, Setting::Wildcard),
    ]
}

fn case(name: &'static str, kind: Kind, setting: Setting) -> Case {
    let origins = match kind {
        Kind::NotCors => Vec::new(),
        Kind::RefusedActual | Kind::RefusedPreflight => vec!["https://evil.example.com"],
        _ => allowed(setting),
    };
    let mut headers = vec![("host", "api.example.com"), ("user-agent", "a browser"), ("accept", "*/*")];
    if kind.is_preflight() {
        headers.push(("access-control-request-method", METHOD));
        headers.push(("access-control-request-headers", requested_headers(kind)));
    }
    let method = if kind.is_preflight() { "OPTIONS" } else { METHOD };
    Case { name, kind, setting, ask: Ask { method, path: setting.path(), origins, headers } }
}

fn allowed(setting: Setting) -> Vec<&'static str> {
    if setting.is_wildcard() {
        return (0..ORIGINS).map(|index| &*format!("https://pr-{index}{PREVIEWS}").leak()).collect();
    }
    let list = setting.origins();
    // A large prime, so that neighbours in the list are not looked up in sequence.
    (0..ORIGINS).map(|index| &*list[index * 7_919 % list.len()].clone().leak()).collect()
}

fn requested_headers(kind: Kind) -> &'static str {
    if kind == Kind::ForeignHeaders {
        let names: Vec<String> =
            (0..).map(|index| format!("x-{index:05}")).take(LONG / "x-00000,".len()).collect();
        return names.join(",").leak();
    }
    "content-type,x-request-id"
}

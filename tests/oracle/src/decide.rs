//! A decision as the header lines of its response.

use cors_core::{AllowMethods, Decision, FieldLines, Headers, Policy, Request, Value};

/// The methods that the routes of these tests serve.
pub const SERVED: AllowMethods<'static> = AllowMethods::from_checked("GET, PUT, OPTIONS");

/// A decision for a request as plain data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status of a preflight response; `None` if the handler runs.
    pub status: Option<u16>,
    /// The header lines, names in lower case.
    pub headers: Vec<(String, Vec<u8>)>,
}

impl Answer {
    /// Returns the value of the first line of `name`.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.headers.iter().find(|header| header.0 == name).map(|header| header.1.as_slice())
    }

    /// Returns the value of `Access-Control-Allow-Origin`.
    pub fn allow_origin(&self) -> Option<&[u8]> {
        self.get("access-control-allow-origin")
    }
}

/// Decides a request on a route that serves [`SERVED`], unless the policy lists other methods.
pub fn decide(policy: &Policy, method: &[u8], origins: &[Vec<u8>], requested: &[Vec<u8>]) -> Answer {
    let request = Request {
        method,
        origin: origins.iter().map(Vec::as_slice).collect::<FieldLines<'_>>(),
        requested_method: requested.iter().map(Vec::as_slice).collect::<FieldLines<'_>>(),
        ..Request::default()
    };
    answer(&policy.decide(SERVED, &request), origins)
}

/// Decides a request without a route, as `Policy::decide_without_route` does.
pub fn decide_without_route(
    policy: &Policy,
    method: &[u8],
    origins: &[Vec<u8>],
    requested: &[Vec<u8>],
) -> Answer {
    let request = Request {
        method,
        origin: origins.iter().map(Vec::as_slice).collect::<FieldLines<'_>>(),
        requested_method: requested.iter().map(Vec::as_slice).collect::<FieldLines<'_>>(),
        ..Request::default()
    };
    answer(&policy.decide_without_route(&request), origins)
}

/// Converts `decision` to plain data. `origins` are the `Origin` lines of the request.
pub fn answer(decision: &Decision<'_>, origins: &[Vec<u8>]) -> Answer {
    let status = if let Decision::Preflight(_) = decision { decision.status() } else { None };
    Answer { status, headers: headers(decision.headers(), origins) }
}

fn headers(headers: &Headers<'_>, origins: &[Vec<u8>]) -> Vec<(String, Vec<u8>)> {
    let lines = headers.iter().map(|(name, value)| {
        let value = match value {
            Value::Static(text) | Value::Borrowed(text) => text.as_bytes().to_vec(),
            Value::Owned(text) => text.into_bytes(),
            Value::RequestOrigin => {
                assert_eq!(origins.len(), 1, "the value of the only `Origin` line");
                origins[0].clone()
            }
        };
        (name.as_str().to_owned(), value)
    });
    let vary = headers.vary().missing_from([]).map(|value| ("vary".to_owned(), value.as_bytes().to_vec()));
    lines.chain(vary).collect()
}

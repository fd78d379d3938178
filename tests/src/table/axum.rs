//! The answers of axum, as far as they are not those of actix-web.

use super::{Case, Expect, Outcome};

/// The answer of axum to a case.
#[derive(Debug, Clone)]
pub(super) enum Axum {
    /// The answer of actix-web, or of Rocket if the case is for Rocket alone.
    AsOthers,
    Own(Expect),
    /// The case has no form on axum, for this reason.
    NoForm(&'static str),
}

pub(super) const NO_MODULES: &str =
    "there is no `#[cors] mod`, since nothing in a module says which functions are handlers";
pub(super) const NO_OWN_METHODS: &str = "a router knows no methods but the common ones";
pub(super) const NO_SCOPES: &str = "there is no scope by attribute";
pub(super) const NO_FORM_METHOD: &str = "the method is always that of the request line";
pub(super) const DROPPED: &str = "a panic closes the connection, as on actix-web";
pub(super) const NO_CATCHERS: &str = "there are no catchers";
pub(super) const SEES_NO_PREFLIGHT: &str =
    "a layer inside of `Cors` sees no preflight, and a layer outside decides none";
pub(super) const NO_GUARDS: &str = "there are no guards";
pub(super) const NO_FORWARDING: &str = "a handler cannot forward";

impl Case {
    /// Changes the expectation for axum. What is set later for the other frameworks does not change it.
    #[must_use]
    pub fn on_axum(self, change: impl Fn(Expect) -> Expect) -> Self {
        let expect = as_others(&self).map(change);
        Self { axum: expect.map_or_else(Axum::NoForm, Axum::Own), ..self }
    }

    /// Expects a response of axum without any CORS header, for which nothing runs.
    #[must_use]
    pub fn closed_on_axum(self, status: u16) -> Self {
        self.on_axum(|expect| expect.status(status).lines::<&str>(&[]).ran(&[]))
    }

    /// Removes the expectation for axum. `reason` says why the case has no form there.
    #[must_use]
    pub fn not_on_axum(self, reason: &'static str) -> Self {
        Self { axum: Axum::NoForm(reason), ..self }
    }
}

/// Returns the answer of axum to a case, or why the case has no form there.
pub fn on_axum(case: &Case) -> Result<Expect, &'static str> {
    let expect = match &case.axum {
        Axum::AsOthers => as_others(case)?,
        Axum::Own(expect) => expect.clone(),
        Axum::NoForm(reason) => return Err(reason),
    };
    let expect = with_requested_method(case, expect);
    match expect.outcome {
        // The answer for another method of a path that is there.
        Outcome::Status(404) if expect.ran.is_empty() => {
            Ok(Expect { outcome: Outcome::OneOf(&[404, 405]), ..expect })
        }
        _ => Ok(expect),
    }
}

fn as_others(case: &Case) -> Result<Expect, &'static str> {
    // `HEAD` follows `GET`, as on Rocket.
    let (first, second) = match requested_method(case).unwrap_or(&case.request.method) {
        b"HEAD" => (&case.rocket, &case.actix),
        _ => (&case.actix, &case.rocket),
    };
    first.as_ref().or(second.as_ref()).cloned().ok_or("it is a case of no framework")
}

/// Replaces the methods of a preflight response by the requested one.
fn with_requested_method(case: &Case, expect: Expect) -> Expect {
    let method = String::from_utf8_lossy(requested_method(case).unwrap_or_default());
    let alone = format!("access-control-allow-methods: {method}");
    let is_methods = |line: &str| line.starts_with("access-control-allow-methods: ");
    let lines = expect.lines.iter().map(|line| if is_methods(line) { &alone } else { line }.clone());
    Expect { lines: lines.collect(), ..expect }
}

fn requested_method(case: &Case) -> Option<&[u8]> {
    let requested =
        |(name, _): &&(Vec<u8>, Vec<u8>)| name.eq_ignore_ascii_case(b"access-control-request-method");
    case.request.headers.iter().find(requested).map(|(_, method)| method.trim_ascii())
}

//! The answers of axum, as far as they are not those of actix-web.

use super::{Case, Expect, NoForm, Outcome};

/// The answer of axum to a case.
#[derive(Debug, Clone)]
pub(super) enum Answer {
    /// The answer of actix-web, or of Rocket if the case has no form on actix-web.
    AsOthers,
    Own(Result<Expect, NoForm>),
}

impl Case {
    /// Changes the expectation for axum. What is set later for the other frameworks does not change it.
    #[must_use]
    pub fn on_axum(self, change: impl Fn(Expect) -> Expect) -> Self {
        let expect = as_others(&self).map(change);
        Self { axum: Answer::Own(expect), ..self }
    }

    /// Expects a response of axum without any CORS header, for which nothing runs.
    #[must_use]
    pub fn closed_on_axum(self, status: u16) -> Self {
        self.on_axum(|expect| expect.status(status).lines::<&str>(&[]).ran(&[]))
    }
}

/// Returns the answer of axum to a case, or why the case has no form there.
pub(super) fn expect(case: &Case) -> Result<Expect, NoForm> {
    let expect = match &case.axum {
        Answer::AsOthers => as_others(case),
        Answer::Own(expect) => expect.clone(),
    };
    let expect = expect.map(|expect| with_requested_method(case, expect))?;
    match expect.outcome {
        // The answer for another method of a path that is there.
        Outcome::Status(404) if expect.ran.is_empty() => {
            Ok(Expect { outcome: Outcome::OneOf(&[404, 405]), ..expect })
        }
        _ => Ok(expect),
    }
}

fn as_others(case: &Case) -> Result<Expect, NoForm> {
    // `HEAD` follows `GET`, as on Rocket.
    let (first, second) = match requested_method(case).unwrap_or(&case.request.method) {
        b"HEAD" => (&case.rocket, &case.actix),
        _ => (&case.actix, &case.rocket),
    };
    first.clone().or_else(|_| second.clone())
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

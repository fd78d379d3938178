//! The observable results of a case, and their comparison.

use std::fmt;

use cors_browser::{Reason, Stage};
use cors_tests::chromium::Outcome;
use cors_tests::chromium::journal::Arrived;
use cors_tests::framework::Framework;

use crate::differential::case::Case;

/// The results of a case: each outcome of the script, and all requests that the server got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trace {
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) arrived: Vec<Arrived>,
}

/// A case, by the model and in Chromium.
#[derive(Debug)]
pub(crate) struct Compared {
    pub(crate) framework: Framework,
    pub(crate) case: Case,
    pub(crate) predicted: Trace,
    pub(crate) seen: Trace,
}

impl Trace {
    /// Drops details that DevTools report never, or not always.
    pub(crate) fn new(outcomes: Vec<Outcome>, arrived: Vec<Arrived>) -> Self {
        Self { outcomes: outcomes.into_iter().map(comparable).collect(), arrived }
    }

    pub(crate) fn without_preflights(&self) -> Vec<&Arrived> {
        self.arrived.iter().filter(|arrived| !arrived.is_preflight()).collect()
    }

    /// Returns the requests that the server got, preflights with `?`, and the outcome: `?PUT PUT 200`.
    pub(crate) fn story(&self) -> String {
        let arrived = self.arrived.iter().map(|arrived| match arrived.is_preflight() {
            true => format!("?{}", arrived.header("access-control-request-method").unwrap_or_default()),
            false => arrived.method.clone(),
        });
        let outcomes = self.outcomes.iter().map(|outcome| match outcome {
            Outcome::Readable(seen) => seen.status.to_string(),
            Outcome::Blocked { reason, .. } => format!("{reason:?}"),
        });
        arrived.chain(outcomes).collect::<Vec<_>>().join(" ")
    }
}

fn comparable(outcome: Outcome) -> Outcome {
    let Outcome::Blocked { stage, reason } = outcome else { return outcome };
    match reason {
        Reason::PreflightRedirect(_) => Outcome::Blocked { stage, reason: Reason::PreflightRedirect(0) },
        // A port without a server, which browsers block. Sources differ in the error, and in whether a preflight was
        // tried.
        Reason::Network(why)
            if ["Connection refused", "ERR_UNSAFE_PORT"].iter().any(|it| why.contains(it)) =>
        {
            Outcome::Blocked { stage: Stage::Actual, reason: Reason::Network("nobody there".to_owned()) }
        }
        Reason::Network(why) if why.contains("net::ERR_ABORTED") => {
            Outcome::Blocked { stage, reason: Reason::Network("net::ERR_ABORTED".to_owned()) }
        }
        reason => Outcome::Blocked { stage, reason },
    }
}

impl Compared {
    /// Reports whether Chromium agrees with the model. If several headers are not allowed, each may name any of them.
    pub(crate) fn agrees(&self) -> bool {
        let mut pairs = self.predicted.outcomes.iter().zip(&self.seen.outcomes);
        let agree =
            |(predicted, seen): (&Outcome, &Outcome)| predicted == seen || self.name_own(predicted, seen);
        self.predicted.arrived == self.seen.arrived && pairs.all(agree)
    }

    fn name_own(&self, predicted: &Outcome, seen: &Outcome) -> bool {
        let names_own = |outcome: &Outcome| match outcome {
            Outcome::Blocked { reason: Reason::HeaderNotAllowed(name), .. } => {
                let mut headers = self.case.asked.headers.iter();
                name == "content-type" || headers.any(|header| header.0.eq_ignore_ascii_case(name))
            }
            _ => false,
        };
        names_own(predicted) && names_own(seen)
    }
}

impl fmt::Display for Compared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "on {}:\n{}", self.framework.name(), self.case)?;
        for (who, trace) in [("the model", &self.predicted), ("Chromium", &self.seen)] {
            writeln!(f, "{who}: {}", trace.story())?;
            for Arrived { method, url, headers } in &trace.arrived {
                let headers: Vec<_> =
                    headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
                writeln!(f, "  {method} {url} {}", headers.join(" | "))?;
            }
            for outcome in &trace.outcomes {
                writeln!(f, "  {outcome:?}")?;
            }
        }
        Ok(())
    }
}

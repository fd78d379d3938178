//! The responses to requests, as one table for all adapters. Each case names the rule that it proves.

mod actual;
mod around;
mod axum;
mod bare_routes;
mod classification;
mod enforced;
mod keys;
mod modules;
mod named;
mod no_form;
mod origins;
mod outcomes;
mod own_headers;
mod predicates;
mod preflight;
mod vary;

use crate::framework::Framework;
use crate::wire::Request;

/// An origin that most policies allow.
pub const APP: &str = "https://app.example.com";
/// An origin that some policies allow.
pub const ADMIN: &str = "https://admin.example.com";
/// An origin that only policies for any origin allow.
pub const EVIL: &str = "https://evil.example";

/// The header lines that are expected most often.
pub(crate) mod line {
    pub(crate) const APP: &str = "access-control-allow-origin: https://app.example.com";
    pub(crate) const ADMIN: &str = "access-control-allow-origin: https://admin.example.com";
    pub(crate) const ANY: &str = "access-control-allow-origin: *";
    pub(crate) const CREDENTIALS: &str = "access-control-allow-credentials: true";
    pub(crate) const VARY: &str = "vary: Origin";
    pub(crate) const VARY_PREFLIGHT: &str = "vary: Origin, Access-Control-Request-Method";
    pub(crate) const PUT: &str = "access-control-allow-methods: PUT";
    pub(crate) const POST: &str = "access-control-allow-methods: POST";
}

/// The reaction of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A response with this status.
    Status(u16),
    /// A response with one of these statuses, which depends on the HTTP parser.
    OneOf(&'static [u16]),
    /// A closed connection without a response.
    Dropped,
}

impl Outcome {
    /// Reports whether a response has this outcome. `None` is a dropped connection.
    pub fn is(self, status: Option<u16>) -> bool {
        match self {
            Self::Status(wanted) => status == Some(wanted),
            Self::OneOf(statuses) => status.is_some_and(|status| statuses.contains(&status)),
            Self::Dropped => status.is_none(),
        }
    }
}

/// The expected response of one server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expect {
    /// The status.
    pub outcome: Outcome,
    /// All lines of `Access-Control-*`, `Cache-Control` and `Vary`, in any order of names.
    pub lines: Vec<String>,
    /// The names of the handlers, guards and extractors that run.
    pub ran: Vec<&'static str>,
    /// The body, if it matters.
    pub body: Option<&'static str>,
}

impl Expect {
    /// Sets the status.
    #[must_use]
    pub fn status(self, status: u16) -> Self {
        Self { outcome: Outcome::Status(status), ..self }
    }

    /// Sets the lines.
    #[must_use]
    pub fn lines<T: ToString>(self, lines: &[T]) -> Self {
        let mut lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        lines.sort_by(|left, right| left.split(':').next().cmp(&right.split(':').next()));
        Self { lines, ..self }
    }

    /// Sets the handlers, guards and extractors that run.
    #[must_use]
    pub fn ran(self, names: &[&'static str]) -> Self {
        let mut names = names.to_vec();
        names.sort_unstable();
        Self { ran: names, ..self }
    }
}

/// A request and the expected responses.
#[derive(Debug, Clone)]
pub struct Case {
    /// The rule that the case proves, in words.
    pub rule: &'static str,
    /// The difference to other cases of the rule.
    pub desc: &'static str,
    /// The request to send.
    pub request: Request,
    actix: Result<Expect, NoForm>,
    rocket: Result<Expect, NoForm>,
    axum: axum::Answer,
    /// Set if only a socket can carry the request.
    pub raw: bool,
}

/// The reason why a case has no form on a framework.
pub type NoForm = &'static str;

impl Case {
    /// Makes a case with the status 200, no lines and no runs, which other methods change.
    pub fn new(rule: &'static str, desc: &'static str, request: Request) -> Self {
        let expect = Expect { outcome: Outcome::Status(200), lines: Vec::new(), ran: Vec::new(), body: None };
        Self {
            rule,
            desc,
            request,
            actix: Ok(expect.clone()),
            rocket: Ok(expect),
            axum: axum::Answer::AsOthers,
            raw: false,
        }
    }

    /// Sets the status on actix-web and Rocket, and so on axum.
    #[must_use]
    pub fn status(self, status: u16) -> Self {
        self.on_each(|expect| expect.status(status))
    }

    /// Sets the outcome.
    #[must_use]
    pub fn outcome(self, outcome: Outcome) -> Self {
        self.on_each(|expect| Expect { outcome, ..expect })
    }

    /// Sets the lines.
    #[must_use]
    pub fn lines<T: ToString>(self, lines: &[T]) -> Self {
        self.on_each(|expect| expect.lines(lines))
    }

    /// Sets the names that run.
    #[must_use]
    pub fn ran(self, names: &[&'static str]) -> Self {
        self.on_each(|expect| expect.ran(names))
    }

    /// Sets the body of the response.
    #[must_use]
    pub fn body(self, body: &'static str) -> Self {
        self.on_each(|expect| Expect { body: Some(body), ..expect })
    }

    /// Sets the body of the request.
    #[must_use]
    pub fn sending(mut self, body: &[u8]) -> Self {
        self.request.body = body.to_vec();
        self
    }

    /// Adds a header line to the request.
    #[must_use]
    pub fn also(self, name: &str, value: impl AsRef<[u8]>) -> Self {
        Self { request: self.request.header(name, value), ..self }
    }

    /// Marks a request that only a socket can carry.
    #[must_use]
    pub fn raw(self) -> Self {
        Self { raw: true, ..self }
    }

    /// Changes the expectation for actix-web.
    #[must_use]
    pub fn on_actix(self, change: impl Fn(Expect) -> Expect) -> Self {
        Self { actix: self.actix.map(change), ..self }
    }

    /// Changes the expectation for Rocket.
    #[must_use]
    pub fn on_rocket(self, change: impl Fn(Expect) -> Expect) -> Self {
        Self { rocket: self.rocket.map(change), ..self }
    }

    /// Removes the expectation for a framework.
    #[must_use]
    pub fn not_on(self, framework: Framework, reason: NoForm) -> Self {
        match framework {
            Framework::Actix => Self { actix: Err(reason), ..self },
            Framework::Rocket => Self { rocket: Err(reason), ..self },
            Framework::Axum => Self { axum: axum::Answer::Own(Err(reason)), ..self },
        }
    }

    /// Returns the expected response of a framework.
    ///
    /// # Errors
    /// Returns the reason why the case has no form there.
    pub fn expect(&self, framework: Framework) -> Result<Expect, NoForm> {
        match framework {
            Framework::Actix => self.actix.clone(),
            Framework::Rocket => self.rocket.clone(),
            Framework::Axum => axum::expect(self),
        }
    }

    /// Changes the expectation for actix-web and Rocket, and so for axum unless it has its own.
    fn on_each(self, change: impl Fn(Expect) -> Expect) -> Self {
        self.on_actix(&change).on_rocket(change)
    }
}

/// Makes a request with `Origin`.
pub fn cross(method: &str, path: &str, origin: impl AsRef<[u8]>) -> Request {
    Request::new(method, path).header("Origin", origin)
}

/// Makes a preflight.
pub fn preflight(method: impl AsRef<[u8]>, path: &str, origin: impl AsRef<[u8]>) -> Request {
    cross("OPTIONS", path, origin).header("Access-Control-Request-Method", method)
}

/// Returns every case.
pub fn cases() -> Vec<Case> {
    [
        classification::cases(),
        preflight::cases(),
        actual::cases(),
        keys::cases(),
        origins::cases(),
        outcomes::cases(),
        around::cases(),
        vary::cases(),
        own_headers::cases(),
        bare_routes::cases(),
        named::cases(),
        predicates::cases(),
        enforced::cases(),
        modules::cases(),
    ]
    .concat()
}

//! What a request gets, as one table for both adapters. Each case names the rule it proves.

mod actual;
mod around;
mod classification;
mod enforced;
mod keys;
mod modules;
mod named;
mod neighbours;
mod origins;
mod outcomes;
mod own_headers;
mod predicates;
mod preflight;
mod vary;

use crate::wire::Request;

/// An origin that most policies allow.
pub const APP: &str = "https://app.example.com";
/// An origin that some policies allow.
pub const ADMIN: &str = "https://admin.example.com";
/// An origin that only policies for any origin allow.
pub const EVIL: &str = "https://evil.example";

/// The header lines that are expected most.
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

/// What a server does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It answers with this status.
    Status(u16),
    /// It answers with one of these: the HTTP parser's affair.
    OneOf(&'static [u16]),
    /// It closes the connection without an answer.
    Dropped,
}

impl Outcome {
    /// Whether this happened; `None` stands for a dropped connection.
    pub fn is(self, status: Option<u16>) -> bool {
        match self {
            Self::Status(wanted) => status == Some(wanted),
            Self::OneOf(statuses) => status.is_some_and(|status| statuses.contains(&status)),
            Self::Dropped => status.is_none(),
        }
    }
}

/// What has to come back from one server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expect {
    /// The status.
    pub outcome: Outcome,
    /// All lines of `Access-Control-*`, `Cache-Control` and `Vary`, in any order of names.
    pub lines: Vec<String>,
    /// What runs.
    pub ran: Vec<&'static str>,
    /// The body, where it matters.
    pub body: Option<&'static str>,
}

impl Expect {
    /// Another status.
    #[must_use]
    pub fn status(self, status: u16) -> Self {
        Self { outcome: Outcome::Status(status), ..self }
    }

    /// Other lines.
    #[must_use]
    pub fn lines<T: ToString>(self, lines: &[T]) -> Self {
        let mut lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        lines.sort_by(|left, right| left.split(':').next().cmp(&right.split(':').next()));
        Self { lines, ..self }
    }

    /// Other handlers, guards and extractors.
    #[must_use]
    pub fn ran(self, names: &[&'static str]) -> Self {
        let mut names = names.to_vec();
        names.sort_unstable();
        Self { ran: names, ..self }
    }
}

/// One request and what has to come back.
#[derive(Debug, Clone)]
pub struct Case {
    /// The rule that it proves, in words.
    pub rule: &'static str,
    /// What is particular to it.
    pub desc: &'static str,
    /// What is sent.
    pub request: Request,
    /// From actix-web; `None` if the case is not for it.
    pub actix: Option<Expect>,
    /// From Rocket; `None` if the case is not for it.
    pub rocket: Option<Expect>,
    /// Whether only a socket can carry the request.
    pub raw: bool,
}

impl Case {
    /// A case whose status, lines and runs are to be said; until then 200, none and none.
    pub fn new(rule: &'static str, desc: &'static str, request: Request) -> Self {
        let expect = Expect { outcome: Outcome::Status(200), lines: Vec::new(), ran: Vec::new(), body: None };
        Self { rule, desc, request, actix: Some(expect.clone()), rocket: Some(expect), raw: false }
    }

    /// The status of both.
    #[must_use]
    pub fn status(self, status: u16) -> Self {
        self.both(|expect| expect.status(status))
    }

    /// What happens to both.
    #[must_use]
    pub fn outcome(self, outcome: Outcome) -> Self {
        self.both(|expect| Expect { outcome, ..expect })
    }

    /// The lines of both.
    #[must_use]
    pub fn lines<T: ToString>(self, lines: &[T]) -> Self {
        self.both(|expect| expect.lines(lines))
    }

    /// What runs in both.
    #[must_use]
    pub fn ran(self, names: &[&'static str]) -> Self {
        self.both(|expect| expect.ran(names))
    }

    /// The body of both.
    #[must_use]
    pub fn body(self, body: &'static str) -> Self {
        self.both(|expect| Expect { body: Some(body), ..expect })
    }

    /// The body of the request.
    #[must_use]
    pub fn sending(mut self, body: &[u8]) -> Self {
        self.request.body = body.to_vec();
        self
    }

    /// One more header line in the request.
    #[must_use]
    pub fn also(self, name: &str, value: impl AsRef<[u8]>) -> Self {
        Self { request: self.request.header(name, value), ..self }
    }

    /// Only a socket can carry the request.
    #[must_use]
    pub fn raw(self) -> Self {
        Self { raw: true, ..self }
    }

    /// Where actix-web differs.
    #[must_use]
    pub fn on_actix(self, change: impl Fn(Expect) -> Expect) -> Self {
        Self { actix: self.actix.map(change), ..self }
    }

    /// Where Rocket differs.
    #[must_use]
    pub fn on_rocket(self, change: impl Fn(Expect) -> Expect) -> Self {
        Self { rocket: self.rocket.map(change), ..self }
    }

    /// Not for Rocket.
    #[must_use]
    pub fn actix_only(self) -> Self {
        Self { rocket: None, ..self }
    }

    /// Not for actix-web.
    #[must_use]
    pub fn rocket_only(self) -> Self {
        Self { actix: None, ..self }
    }

    fn both(self, change: impl Fn(Expect) -> Expect) -> Self {
        self.on_actix(&change).on_rocket(change)
    }
}

/// A request with `Origin`.
pub fn cross(method: &str, path: &str, origin: impl AsRef<[u8]>) -> Request {
    Request::new(method, path).header("Origin", origin)
}

/// A preflight.
pub fn ask(method: impl AsRef<[u8]>, path: &str, origin: impl AsRef<[u8]>) -> Request {
    cross("OPTIONS", path, origin).header("Access-Control-Request-Method", method)
}

/// Every case.
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
        neighbours::cases(),
        named::cases(),
        predicates::cases(),
        enforced::cases(),
        modules::cases(),
    ]
    .concat()
}

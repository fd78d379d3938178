//! A server that answers from a list.

use cors_browser::{Blocked, Browser, HeaderList, Readable, Reason, Received, Request, Sent};

pub(crate) const PAGE: &str = "https://app.test";
pub(crate) const API: &str = "https://api.test/users";

/// A status and headers.
pub(crate) type Answer<'a> = (u16, &'a [(&'a str, &'a str)]);

/// A response shared with every origin, for requests without credentials.
pub(crate) const OPEN: Answer<'static> = (200, &[ORIGIN, ("access-control-allow-methods", "*"), HEADERS]);
pub(crate) const ORIGIN: (&str, &str) = ("access-control-allow-origin", "*");
pub(crate) const HEADERS: (&str, &str) = ("access-control-allow-headers", "*");
/// A response that is not shared.
pub(crate) const CLOSED: Answer<'static> = (200, &[]);

/// The result of a request, and the requests that were sent.
pub(crate) struct Run {
    pub(crate) outcome: Result<Readable, Blocked>,
    pub(crate) sent: Vec<Sent>,
}

pub(crate) fn run(browser: &mut Browser, request: Request, answers: &[Answer<'_>]) -> Run {
    let (mut sent, mut answers) = (Vec::new(), answers.iter());
    let outcome = browser.fetch(request, |request| {
        sent.push(request);
        match answers.next() {
            Some((status, headers)) => {
                Received::response(*status, HeaderList::from_iter(headers.iter().copied()), b"body".to_vec())
            }
            None => Received::failure("no more answers"),
        }
    });
    Run { outcome, sent }
}

impl Run {
    pub(crate) fn reason(&self) -> &Reason {
        self.outcome.as_ref().expect_err("it is blocked").reason()
    }

    /// Returns the methods of the requests that were sent, with `?` for preflights.
    pub(crate) fn story(&self) -> String {
        let word = |sent: &Sent| match sent.is_preflight() {
            true => format!("?{}", value(sent, "access-control-request-method").unwrap()),
            false => sent.method().to_owned(),
        };
        self.sent.iter().map(word).collect::<Vec<_>>().join(" ")
    }
}

pub(crate) fn value(sent: &Sent, name: &str) -> Option<String> {
    sent.headers().get(name).map(|value| String::from_utf8(value).unwrap())
}

/// Runs a request in a new browser.
pub(crate) fn fetch(request: Request, answers: &[Answer<'_>]) -> Run {
    run(&mut Browser::at(PAGE), request, answers)
}

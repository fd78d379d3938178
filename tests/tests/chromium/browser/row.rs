//! A row of the table: a page, the request of its script, and the expected result.

use std::time::Duration;

use cors_tests::chromium::Asked;

/// The place where the script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A page on `app.localhost`, which policies allow.
    App,
    /// A page on `other.localhost`.
    Other,
    /// A page of the server's own origin.
    Own,
    /// A sandboxed frame on `app.localhost`, whose origin is `null`.
    Frame,
}

/// A row of the table. URLs begin with `{api}` or `{other}`, the server under two host names, or `{page}`, the page's
/// origin.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) desc: &'static str,
    pub(crate) place: Place,
    pub(crate) steps: Vec<Step>,
}

#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// A request of the script, and its story: the methods that the server got, preflights with a `?`; then the reason,
    /// or the status, the handler's headers that are readable, and the session that the server recognises. The story
    /// shows that a row tests what its name says. Every detail is compared with the model's outcome.
    Fetch(Asked, &'static str),
    /// A request, Chromium's story, and the standard's story.
    Deviation(Asked, &'static str, &'static str),
    Wait(Duration),
}

impl Row {
    pub(crate) fn at(place: Place, desc: &'static str) -> Self {
        Self { desc, place, steps: Vec::new() }
    }

    pub(crate) fn fetch(mut self, asked: Asked, story: &'static str) -> Self {
        self.steps.push(Step::Fetch(asked, story));
        self
    }

    pub(crate) fn deviates(mut self, asked: Asked, chromium: &'static str, standard: &'static str) -> Self {
        self.steps.push(Step::Deviation(asked, chromium, standard));
        self
    }

    pub(crate) fn wait(mut self, time: Duration) -> Self {
        self.steps.push(Step::Wait(time));
        self
    }
}

pub(crate) fn get(url: &str) -> Asked {
    Asked::new("GET", url)
}

pub(crate) fn post(url: &str) -> Asked {
    Asked::new("POST", url)
}

pub(crate) fn put(url: &str) -> Asked {
    Asked::new("PUT", url)
}

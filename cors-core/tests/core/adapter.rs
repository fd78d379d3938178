//! A framework whose requests are written by hand, and which collects its log in a list.

use std::cell::RefCell;
use std::fmt::Display;
use std::future::Ready;

use cors_core::__adapter::{Adapter, Level, Owner, PredicateResult, RequestHead, RequestHeader};
use cors_core::{Decision, FieldLines, Request};

thread_local! {
    static LINES: RefCell<Vec<(Level, String)>> = const { RefCell::new(Vec::new()) };
}

#[derive(Debug)]
pub(crate) struct Recorder;

impl Adapter for Recorder {
    type Request<'q> = ();
    type PredicateFuture<'r> = Ready<PredicateResult>;

    const MIDDLEWARE: &'static str = "fairing";

    fn logs_debug() -> bool {
        true
    }

    fn log(level: Level, line: &dyn Display) {
        LINES.with_borrow_mut(|lines| lines.push((level, line.to_string())));
    }
}

impl Recorder {
    /// Returns the lines of this thread since the last call.
    pub(crate) fn take() -> Vec<(Level, String)> {
        LINES.take()
    }
}

/// The head of a request, as its parts and the headers that only the log reads.
#[derive(Clone, Copy)]
pub(crate) struct Head<'r> {
    pub(crate) request: &'r Request<'r>,
    pub(crate) path: &'r [u8],
    /// The lines of `Access-Control-Request-Headers`.
    pub(crate) asked: &'r [&'r [u8]],
    pub(crate) more: &'r [(RequestHeader, &'r [u8])],
}

impl<'r> Head<'r> {
    pub(crate) fn of(request: &'r Request<'r>) -> Self {
        Self { request, path: b"/users", asked: &[], more: &[] }
    }

    /// Returns what `owner` says in the log about its decision.
    pub(crate) fn explain(self, owner: Owner<'_>, decision: &Decision<'_>) -> Option<String> {
        owner.explanation::<Recorder>(self, decision)
    }
}

impl<'r> RequestHead<'r> for Head<'r> {
    fn method(self) -> &'r [u8] {
        self.request.method
    }

    fn lines(self, name: RequestHeader) -> impl Iterator<Item = &'r [u8]> {
        let lines = match name {
            RequestHeader::Origin => self.request.origin,
            RequestHeader::RequestMethod => self.request.requested_method,
            RequestHeader::FetchSite => self.request.fetch_site,
            RequestHeader::Host => self.request.host,
            _ => FieldLines::Absent,
        };
        let lines = match lines {
            FieldLines::Absent => vec![],
            FieldLines::One(line) => vec![line],
            FieldLines::Several => vec![b"".as_slice(); 2],
        };
        let asked = if name == RequestHeader::RequestHeaders { self.asked } else { &[] };
        let more = self.more.iter().filter(move |(other, _)| *other == name).map(|(_, line)| *line);
        lines.into_iter().chain(asked.iter().copied()).chain(more)
    }

    fn authority(self) -> Option<&'r [u8]> {
        self.request.authority
    }

    fn path(self) -> &'r [u8] {
        self.path
    }
}

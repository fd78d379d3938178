//! A framework that collects its log in a list.

use std::cell::RefCell;
use std::fmt::Display;
use std::future::Ready;

use cors_core::__private::{Adapter, Level, PredicateResult};

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

//! Reports of handlers that are cloned, in a cell of the thread, while those of a router are listed, or a router is asked for one.

use std::cell::RefCell;
use std::mem;
use std::sync::OnceLock;
use std::sync::atomic::Ordering;

use crate::annotated::AnnotatedHandler;

/// The place of a handler in the list of those of a router. Only what was cloned for the list has one.
pub(crate) type Place = Option<usize>;

/// A handler at one place.
#[derive(Debug)]
pub(crate) struct ListedHandler {
    pub(crate) handler: &'static AnnotatedHandler,
    /// Set once the router was asked: to `true` if it calls the handler for some methods alone.
    pub(crate) is_certain: OnceLock<bool>,
}

/// The answer of a router about the handler of a method and path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Chosen {
    /// No annotated handler was cloned.
    None,
    /// One annotated handler was cloned.
    Handler(&'static AnnotatedHandler, Place),
    /// Another `Cors` was cloned, which decides what is in there.
    Cors,
    /// Several handlers were cloned, or one that is cloned whatever the method, so it is not known which one answers.
    Vague,
}

/// The use of reports.
#[derive(Default)]
enum Reports {
    #[default]
    Ignored,
    Asked(Chosen),
    Listed(Vec<ListedHandler>),
}

thread_local! {
    static REPORTS: RefCell<Reports> = const { RefCell::new(Reports::Ignored) };
}

/// Reports that a handler is cloned, and returns the place of the clone.
pub(crate) fn report(handler: &'static AnnotatedHandler, place: Place) -> Place {
    REPORTS.with_borrow_mut(|reports| match reports {
        Reports::Ignored => None,
        Reports::Asked(chosen) => {
            // Threads would wait for each other if each wrote.
            if !handler.is_reported.load(Ordering::Relaxed) {
                handler.is_reported.store(true, Ordering::Relaxed);
            }
            *chosen = chosen.and(Chosen::Handler(handler, place));
            None
        }
        Reports::Listed(list) => {
            list.push(ListedHandler { handler, is_certain: OnceLock::new() });
            Some(list.len() - 1)
        }
    })
}

/// Reports that a `Cors` is cloned.
pub(crate) fn report_cors() {
    REPORTS.with_borrow_mut(|reports| {
        if let Reports::Asked(chosen) = reports {
            *chosen = chosen.and(Chosen::Cors);
        }
    });
}

impl Chosen {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, other) => other,
            (Self::Handler(one, _), Self::Handler(other, _)) if one == other => self,
            (Self::Cors, Self::Cors) => self,
            _ => Self::Vague,
        }
    }
}

/// Returns which handlers are cloned while `clone` runs, as one choice.
#[inline]
pub(crate) fn asked<R>(clone: impl FnOnce() -> R) -> (R, Chosen) {
    match reported(Reports::Asked(Chosen::None), clone) {
        (cloned, Reports::Asked(chosen)) => (cloned, chosen),
        (cloned, _) => (cloned, Chosen::Vague),
    }
}

/// Returns the handlers that are cloned while `clone` runs, by their places.
pub(crate) fn listed<R>(clone: impl FnOnce() -> R) -> (R, Vec<ListedHandler>) {
    match reported(Reports::Listed(Vec::new()), clone) {
        (cloned, Reports::Listed(list)) => (cloned, list),
        (cloned, _) => (cloned, Vec::new()),
    }
}

fn reported<R>(reports: Reports, clone: impl FnOnce() -> R) -> (R, Reports) {
    let outer = Outer(REPORTS.replace(reports));
    let cloned = clone();
    let reports = REPORTS.take();
    drop(outer);
    (cloned, reports)
}

/// The use of reports before, which goes on after a question or a list inside of it, also after a panic.
struct Outer(Reports);

impl Drop for Outer {
    fn drop(&mut self) {
        REPORTS.set(mem::take(&mut self.0));
    }
}

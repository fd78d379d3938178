//! Reports of handlers that are cloned, in a cell of the thread, while those of a router are listed, or a router is asked for one.

use std::cell::RefCell;
use std::mem;
use std::sync::OnceLock;
use std::sync::atomic::Ordering;

use crate::annotated::AnnotatedHandler;

/// A handler at one place of a router.
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
    /// One annotated handler was cloned, at this place of the list.
    Handler(&'static AnnotatedHandler, usize),
    /// Another `Cors` was cloned, which decides what is in there.
    Cors,
    /// Several handlers were cloned, one that is cloned whatever the method, or one that is not in the list, so it is not known
    /// which one answers.
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

/// Reports that a handler is cloned, which has a place if it was cloned for a list. Returns the place of the clone.
pub(crate) fn report_handler(handler: &'static AnnotatedHandler, place: Option<usize>) -> Option<usize> {
    REPORTS.with_borrow_mut(|reports| match reports {
        Reports::Ignored => None,
        Reports::Asked(chosen) => {
            // Threads would wait for each other if each wrote.
            if !handler.is_reported.load(Ordering::Relaxed) {
                handler.is_reported.store(true, Ordering::Relaxed);
            }
            *chosen = chosen.and(place.map_or(Chosen::Vague, |place| Chosen::Handler(handler, place)));
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

/// The time in which handlers that are cloned report themselves. Its end, also by a panic, gives the reports back to a question or
/// a list around it.
///
/// It is a guard and no function that takes a closure, since a future of axum is large and would be moved several times.
pub(crate) struct Reporting {
    outer: Reports,
}

impl Reporting {
    /// Begins a question to a router.
    #[inline]
    pub(crate) fn ask() -> Self {
        Self { outer: REPORTS.replace(Reports::Asked(Chosen::None)) }
    }

    /// Ends the question, and returns which handlers were cloned, as one choice.
    #[inline]
    pub(crate) fn chosen(self) -> Chosen {
        match REPORTS.take() {
            Reports::Asked(chosen) => chosen,
            Reports::Ignored | Reports::Listed(_) => Chosen::Vague,
        }
    }

    /// Begins a list of handlers.
    pub(crate) fn list() -> Self {
        Self { outer: REPORTS.replace(Reports::Listed(Vec::new())) }
    }

    /// Ends the list, and returns the handlers that were cloned, by their places.
    pub(crate) fn listed(self) -> Vec<ListedHandler> {
        match REPORTS.take() {
            Reports::Listed(list) => list,
            Reports::Ignored | Reports::Asked(_) => Vec::new(),
        }
    }
}

impl Drop for Reporting {
    fn drop(&mut self) {
        REPORTS.set(mem::take(&mut self.outer));
    }
}

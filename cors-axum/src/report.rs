//! Reports of handlers that are cloned, in a cell of the thread, while those of a router are listed, or a router is asked for one. Before
//! and after that, the cell has the reports of a question or a list around it.

use std::cell::RefCell;
use std::sync::OnceLock;

use cors_core::__adapter::NamedEndpoint;

/// A handler at one place of a router.
#[derive(Debug)]
pub(crate) struct ListedHandler {
    pub(crate) handler: &'static NamedEndpoint,
    /// Set once the router was asked: to `true` if it calls the handler for some methods alone.
    pub(crate) is_certain: OnceLock<bool>,
}

/// The answer of a router about the handler of a method and path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Chosen {
    /// No annotated handler was cloned.
    None,
    /// One annotated handler was cloned, at this place of the list.
    Handler(&'static NamedEndpoint, usize),
    /// Another `Cors` was cloned, which decides what is in there.
    Cors,
    /// Several handlers were cloned, one that is cloned whatever the method, or one that is not in the list, so it is not known
    /// which one answers.
    Vague,
}

/// The use of reports.
pub(crate) enum Reports {
    Ignored,
    /// Those for a question, as one choice.
    Asked(Chosen),
    /// Those for a list, by their places.
    Listed(Vec<ListedHandler>),
}

thread_local! {
    pub(crate) static REPORTS: RefCell<Reports> = const { RefCell::new(Reports::Ignored) };
}

/// Reports that a handler is cloned, which has a place if it was cloned for a list. Returns the place of the clone.
pub(crate) fn report_handler(handler: &'static NamedEndpoint, place: Option<usize>) -> Option<usize> {
    REPORTS.with_borrow_mut(|reports| match reports {
        Reports::Ignored => None,
        Reports::Asked(chosen) => {
            handler.mark_seen();
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

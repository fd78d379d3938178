//! Reports of handlers that are cloned, in a cell of the thread, while a router is asked or its handlers are listed.

use std::cell::{Cell, RefCell};
use std::sync::atomic::Ordering;

use crate::annotated::AnnotatedHandler;

/// The answer of a router about the handler of a method and path.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Chosen {
    /// No annotated handler was cloned.
    None,
    /// One annotated handler was cloned, which serves this method and not any other.
    Handler(&'static AnnotatedHandler),
    /// Another `Cors` was cloned, which decides what is in there.
    Cors,
    /// Several handlers were cloned, or one that is cloned whatever the method, so it is not known which one answers.
    Vague,
}

thread_local! {
    /// The clones since a router is asked, as one choice. `None` if none is asked.
    static CHOSEN: Cell<Option<Chosen>> = const { Cell::new(None) };
    /// The handlers that were cloned while those of a router are listed.
    static LIST: RefCell<Option<Vec<&'static AnnotatedHandler>>> = const { RefCell::new(None) };
}

/// Reports that a handler is cloned.
pub(crate) fn report(handler: &'static AnnotatedHandler) {
    let Some(chosen) = CHOSEN.get() else {
        return LIST.with_borrow_mut(|list| list.iter_mut().for_each(|list| list.push(handler)));
    };
    // Threads would wait for each other if each wrote.
    if !handler.is_reported.load(Ordering::Relaxed) {
        handler.is_reported.store(true, Ordering::Relaxed);
    }
    CHOSEN.set(Some(match chosen {
        Chosen::None => Chosen::Handler(handler),
        Chosen::Handler(before) if std::ptr::eq(before, handler) => chosen,
        _ => Chosen::Vague,
    }));
}

/// Reports that a `Cors` is cloned.
pub(crate) fn report_cors() {
    CHOSEN.set(CHOSEN.get().map(|chosen| match chosen {
        Chosen::None | Chosen::Cors => Chosen::Cors,
        Chosen::Handler(_) | Chosen::Vague => Chosen::Vague,
    }));
}

/// The time in which a router is asked. Its end, also by a panic, restores the answer of an outer question.
pub(crate) struct Asking(Option<Chosen>);

impl Asking {
    #[inline]
    pub(crate) fn begin() -> Self {
        Self(CHOSEN.replace(Some(Chosen::None)))
    }

    /// Returns which handlers were cloned meanwhile, as one choice.
    #[inline]
    pub(crate) fn end(self) -> Chosen {
        CHOSEN.get().unwrap_or(Chosen::Vague)
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        CHOSEN.set(self.0);
    }
}

/// Returns all handlers that are cloned meanwhile, sorted by name.
pub(crate) fn listed<R>(clone: impl FnOnce() -> R) -> (R, Vec<&'static AnnotatedHandler>) {
    // A router may be made while another one is asked.
    let (asked, before) = (CHOSEN.take(), LIST.replace(Some(Vec::new())));
    let cloned = clone();
    CHOSEN.set(asked);
    let mut handlers = LIST.replace(before).unwrap_or_default();
    handlers.sort_by_key(|handler| (handler.name, std::ptr::from_ref(*handler).addr()));
    handlers.dedup_by(|one, other| std::ptr::eq(*one, *other));
    (cloned, handlers)
}

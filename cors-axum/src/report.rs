//! Reports of handlers that are cloned, in a cell of the thread for whoever asks a router.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};

use cors_core::__private::{Adapter as _, Endpoint, Level};
use cors_tower::__private::TowerAdapter;

/// An annotated handler.
#[derive(Debug)]
pub struct AnnotatedHandler {
    /// The name of the function.
    pub(crate) name: &'static str,
    pub(crate) endpoint: Endpoint,
    /// Set once it was reported to who asks.
    is_reported: AtomicBool,
    /// Set once the log says that nobody asks.
    is_logged: AtomicBool,
}

impl AnnotatedHandler {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, endpoint: Endpoint) -> Self {
        Self { name, endpoint, is_reported: AtomicBool::new(false), is_logged: AtomicBool::new(false) }
    }

    /// Logs once that a handler runs that nobody has asked for, so that its policy does nothing.
    pub(crate) fn log_unreported(&self) {
        if self.is_reported.load(Ordering::Relaxed) || self.is_logged.swap(true, Ordering::Relaxed) {
            return;
        }
        let line = format_args!(
            "no page of another origin gets to `{}`: there is no `Cors` around its router, or a service hides it; serve \
             `Cors::new(router)`",
            self.name
        );
        TowerAdapter::log(Level::Error, &line);
    }
}

/// The answer of a router about the handler of a method and path.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Chosen {
    /// No annotated handler was cloned.
    Nobody,
    /// One annotated handler was cloned, which serves this method and not any other.
    Handler(&'static AnnotatedHandler),
    /// Several handlers were cloned, or one that is cloned whatever the method, so nobody knows which one answers.
    Vague,
}

thread_local! {
    /// `None` while nobody asks.
    static CHOSEN: Cell<Option<Chosen>> = const { Cell::new(None) };
}

/// Reports that a handler is cloned.
pub(crate) fn report(handler: &'static AnnotatedHandler) {
    let Some(chosen) = CHOSEN.get() else { return };
    handler.is_reported.store(true, Ordering::Relaxed);
    CHOSEN.set(Some(match chosen {
        Chosen::Nobody => Chosen::Handler(handler),
        Chosen::Handler(before) if std::ptr::eq(before, handler) => chosen,
        Chosen::Handler(_) | Chosen::Vague => Chosen::Vague,
    }));
}

/// Returns which handlers are cloned meanwhile.
pub(crate) fn reported<R>(ask: impl FnOnce() -> R) -> (R, Chosen) {
    let before = CHOSEN.replace(Some(Chosen::Nobody));
    let answer = ask();
    let chosen = CHOSEN.replace(before);
    (answer, chosen.unwrap_or(Chosen::Vague))
}

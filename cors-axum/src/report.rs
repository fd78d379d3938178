//! Reports of handlers that are cloned, in a cell of the thread for whoever asks a router or lists its handlers.

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::Request;
use cors_core::__private::{Adapter as _, Endpoint, HttpHead, Label, Level, Owner, hidden_handler, log_line};
use cors_core::http::remove_reserved;
use cors_tower::__private::{PolicyOwner, TowerAdapter};
use http::HeaderMap;

/// An annotated handler.
#[derive(Debug)]
pub struct AnnotatedHandler {
    /// The name of the function.
    pub(crate) name: &'static str,
    pub(crate) endpoint: Endpoint,
    /// Set once it was reported to who asks, or the log says that nobody asks.
    is_told: AtomicBool,
}

impl AnnotatedHandler {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, endpoint: Endpoint) -> Self {
        Self { name, endpoint, is_told: AtomicBool::new(false) }
    }

    /// Reports whether an application may start with this handler, and logs the reason if not.
    pub(crate) fn can_start(&self) -> bool {
        Owner::Route(&self.endpoint).can_start::<TowerAdapter>(Label::Route(&self.name))
    }

    /// Logs that this handler runs and its policy does nothing: once if nobody has ever asked for it, else for each page
    /// if its response is closed.
    pub(crate) fn log_closed(&self, request: &Request, is_closed: bool) {
        if !self.is_told.swap(true, Ordering::Relaxed) {
            let line = format_args!(
                "no page of another origin gets to `{}`: there is no `Cors` around its router, or a service hides it; serve \
                 `Cors::new(router)`",
                self.name
            );
            TowerAdapter::log(Level::Error, &line);
        } else if is_closed {
            let (label, head) = (Label::Route(&self.name), HttpHead::from(request));
            log_line::<TowerAdapter>(hidden_handler::<TowerAdapter>(label, head));
        }
    }

    /// Removes from a response that the policy does not open what others have put there to open it.
    pub(crate) fn close(&self, headers: &mut HeaderMap) {
        let removed = remove_reserved(headers);
        Owner::Route(&self.endpoint).warn_removed::<TowerAdapter>(Label::Route(&self.name), &removed);
    }
}

impl PolicyOwner for &'static AnnotatedHandler {
    fn owner(&self) -> Owner<'_> {
        Owner::Route(&self.endpoint)
    }

    fn name(&self) -> &'static str {
        self.name
    }
}

/// The answer of a router about the handler of a method and path.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Chosen {
    /// No annotated handler was cloned.
    Nobody,
    /// One annotated handler was cloned, which serves this method and not any other.
    Handler(&'static AnnotatedHandler),
    /// Another `Cors` was cloned, which decides what is in there.
    Cors,
    /// Several handlers were cloned, or one that is cloned whatever the method, so nobody knows which one answers.
    Vague,
}

thread_local! {
    /// The handlers that were cloned for somebody who asks a router.
    static CHOSEN: Cell<Option<Chosen>> = const { Cell::new(None) };
    /// The handlers that were cloned for who lists those of a router, if somebody does.
    static LIST: RefCell<Option<Vec<&'static AnnotatedHandler>>> = const { RefCell::new(None) };
}

/// Reports that a handler is cloned.
pub(crate) fn report(handler: &'static AnnotatedHandler) {
    let Some(chosen) = CHOSEN.get() else {
        return LIST.with_borrow_mut(|list| list.iter_mut().for_each(|list| list.push(handler)));
    };
    // Threads would wait for each other if each wrote.
    if !handler.is_told.load(Ordering::Relaxed) {
        handler.is_told.store(true, Ordering::Relaxed);
    }
    CHOSEN.set(Some(match chosen {
        Chosen::Nobody => Chosen::Handler(handler),
        Chosen::Handler(before) if std::ptr::eq(before, handler) => chosen,
        _ => Chosen::Vague,
    }));
}

/// Reports that a `Cors` is cloned.
pub(crate) fn report_cors() {
    CHOSEN.set(CHOSEN.get().map(|chosen| match chosen {
        Chosen::Nobody | Chosen::Cors => Chosen::Cors,
        Chosen::Handler(_) | Chosen::Vague => Chosen::Vague,
    }));
}

/// Who asks a router, until this is dropped, also by a panic. It keeps what another one has learned before.
pub(crate) struct Asking(Option<Chosen>);

impl Asking {
    #[inline]
    pub(crate) fn begin() -> Self {
        Self(CHOSEN.replace(Some(Chosen::Nobody)))
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

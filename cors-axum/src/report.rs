//! Reports of handlers that are cloned and that run, in cells of the thread for whoever asks or polls a router.

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicBool, Ordering};

use cors_core::__private::{Adapter as _, Endpoint, Label, Level, Owner};
use cors_tower::__private::TowerAdapter;
use http::Method;

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

    /// Logs once that a handler runs that nobody has asked for, so that its policy does nothing.
    pub(crate) fn log_unreported(&self) {
        if !self.is_told.swap(true, Ordering::Relaxed) {
            let line = format_args!(
                "no page of another origin gets to `{}`: there is no `Cors` around its router, or a service hides it; serve \
                 `Cors::new(router)`",
                self.name
            );
            TowerAdapter::log(Level::Error, &line);
        }
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

/// Who listens to reports.
#[derive(Clone, Copy)]
enum Listener {
    Nobody,
    /// Somebody who asks a router whose handler it would call.
    Chooser(Chosen),
    /// Somebody who lists the handlers of a router.
    Lister,
}

thread_local! {
    static LISTENER: Cell<Listener> = const { Cell::new(Listener::Nobody) };
    static LIST: RefCell<Vec<&'static AnnotatedHandler>> = const { RefCell::new(Vec::new()) };
    static POLLER: Cell<Poller> = const { Cell::new(Poller::Nobody) };
}

/// Reports that a handler is cloned.
pub(crate) fn report(handler: &'static AnnotatedHandler) {
    let chosen = match LISTENER.get() {
        Listener::Nobody => return,
        Listener::Chooser(chosen) => chosen,
        Listener::Lister => return LIST.with_borrow_mut(|list| list.push(handler)),
    };
    // Threads would wait for each other if each wrote.
    if !handler.is_told.load(Ordering::Relaxed) {
        handler.is_told.store(true, Ordering::Relaxed);
    }
    LISTENER.set(Listener::Chooser(match chosen {
        Chosen::Nobody => Chosen::Handler(handler),
        Chosen::Handler(before) if std::ptr::eq(before, handler) => chosen,
        _ => Chosen::Vague,
    }));
}

/// Reports that a `Cors` is cloned.
pub(crate) fn report_cors() {
    if let Listener::Chooser(chosen) = LISTENER.get() {
        LISTENER.set(Listener::Chooser(match chosen {
            Chosen::Nobody | Chosen::Cors => Chosen::Cors,
            Chosen::Handler(_) | Chosen::Vague => Chosen::Vague,
        }));
    }
}

/// Somebody who listens which handlers are cloned, until [`Self::chosen`].
///
/// A guard in place of a function around the call, since requests and futures are large.
pub(crate) struct Asking {
    before: Listener,
}

impl Asking {
    pub(crate) fn begin() -> Self {
        Self { before: LISTENER.replace(Listener::Chooser(Chosen::Nobody)) }
    }

    /// Returns which handlers were cloned meanwhile, as one choice.
    pub(crate) fn chosen(self) -> Chosen {
        match LISTENER.replace(self.before) {
            Listener::Chooser(chosen) => chosen,
            Listener::Nobody | Listener::Lister => Chosen::Vague,
        }
    }
}

/// Returns all handlers that are cloned meanwhile, sorted by name.
pub(crate) fn listed<R>(clone: impl FnOnce() -> R) -> (R, Vec<&'static AnnotatedHandler>) {
    let before = LISTENER.replace(Listener::Lister);
    let cloned = clone();
    LISTENER.set(before);
    let mut handlers = LIST.take();
    handlers.sort_by_key(|handler| (handler.name, std::ptr::from_ref(*handler).addr()));
    handlers.dedup_by(|one, other| std::ptr::eq(*one, *other));
    (cloned, handlers)
}

/// A handler whose request is decided before it runs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Expected {
    handler: &'static AnnotatedHandler,
    /// The method that was decided. The handler may refuse another.
    method: [u8; 8],
    pub(crate) has_run: bool,
}

impl Expected {
    pub(crate) fn new(handler: &'static AnnotatedHandler, method: &Method) -> Self {
        Self { handler, method: start(method), has_run: false }
    }

    /// Reports whether it is decided if a handler may run for a request.
    fn is_for(&self, handler: &AnnotatedHandler, method: &Method) -> bool {
        std::ptr::eq(self.handler, handler)
            && (!handler.endpoint.is_enforced() || self.method == start(method))
    }
}

/// Returns the start of a method, which tells apart those that a router knows.
fn start(method: &Method) -> [u8; 8] {
    let mut start = [0; 8];
    start.iter_mut().zip(method.as_str().bytes()).for_each(|(place, byte)| *place = byte);
    start
}

/// Who polls a router.
#[derive(Debug, Clone, Copy)]
enum Poller {
    Nobody,
    /// A `Cors`, with the handler that it expects to run.
    Cors(Option<Expected>),
}

/// A `Cors` that polls a router, until [`Self::end`].
pub(crate) struct Polling {
    before: Poller,
}

impl Polling {
    pub(crate) fn begin(expected: Option<Expected>) -> Self {
        Self { before: POLLER.replace(Poller::Cors(expected)) }
    }

    /// Returns the handler that was expected, which may have run.
    pub(crate) fn end(self) -> Option<Expected> {
        match POLLER.get() {
            Poller::Cors(expected) => expected,
            Poller::Nobody => None,
        }
    }
}

impl Drop for Polling {
    /// Also after a panic, so that no handler runs for the decision of another request.
    fn drop(&mut self) {
        POLLER.set(self.before);
    }
}

/// Reports whether a `Cors` polls what runs now.
pub(crate) fn is_inside_cors() -> bool {
    matches!(POLLER.get(), Poller::Cors(_))
}

/// Reports whether this request to a handler that runs now is decided already.
pub(crate) fn is_decided(handler: &'static AnnotatedHandler, method: &Method) -> bool {
    match POLLER.get() {
        Poller::Cors(Some(expected)) if expected.is_for(handler, method) => {
            POLLER.set(Poller::Cors(Some(Expected { has_run: true, ..expected })));
            true
        }
        _ => false,
    }
}

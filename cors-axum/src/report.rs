//! Reports of handlers that are cloned, in a cell of the thread for whoever asks a router.

use std::cell::Cell;

use cors_core::__private::Endpoint;

/// An annotated handler, as its clone reports it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reported {
    pub(crate) name: &'static str,
    pub(crate) endpoint: &'static Endpoint,
}

/// What a router says about the handler of a method and path.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Chosen {
    /// No annotated handler was cloned.
    Nobody,
    /// One annotated handler was cloned, which serves this method and not any other.
    Handler(Reported),
    /// Several handlers were cloned, or one that is cloned whatever the method, so nobody knows which one answers.
    Vague,
}

thread_local! {
    /// `None` while nobody asks.
    static CHOSEN: Cell<Option<Chosen>> = const { Cell::new(None) };
}

/// Reports that an annotated handler is cloned.
pub(crate) fn report(reported: Reported) {
    CHOSEN.set(CHOSEN.get().map(|chosen| match chosen {
        Chosen::Nobody => Chosen::Handler(reported),
        Chosen::Handler(before) if is_same(before, reported) => chosen,
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

/// Reports whether both are the same function.
pub(crate) fn is_same(left: Reported, right: Reported) -> bool {
    std::ptr::eq(left.endpoint, right.endpoint)
}

//! A record of functions with `#[tracing::instrument]` that ran, in [`counters`](crate::counters).

use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::counters::ran;

/// Reports every further span of a module whose name ends in `traced` to [`ran`].
pub fn tell() {
    // Another test of this process may have set the subscriber.
    let _ = tracing::subscriber::set_global_default(Spans);
}

struct Spans;

impl Subscriber for Spans {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().ends_with("traced")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        ran(span.metadata().name());
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

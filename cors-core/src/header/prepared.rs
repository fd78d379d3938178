//! Headers of the crate `http` that are put together once.

use std::sync::OnceLock;

use ::http::HeaderMap;

use crate::header::SHAPES;

/// The headers of each [shape](crate::Headers::shape) for one policy, with empty values where those of a request are filled in.
/// They are made once, so that later responses check and copy no text.
#[derive(Debug, Default)]
pub(crate) struct PreparedMaps([OnceLock<HeaderMap>; SHAPES]);

impl PreparedMaps {
    pub(crate) fn get_or_prepare(
        &self,
        shape: usize,
        prepare: impl FnOnce() -> HeaderMap,
    ) -> Option<&HeaderMap> {
        Some(self.0.get(shape)?.get_or_init(prepare))
    }
}

//! Prepared header maps of a policy made at run time.

use std::sync::OnceLock;

use ::http::header::HeaderMap;

use crate::header::{HeaderSet, VaryOn};

/// For each [shape](crate::Headers::shape) the headers of a policy made at run time, with an empty `Access-Control-Allow-Origin` to be
/// filled in. They are put together once, so that nothing is checked or copied later. A policy is enough to tell them apart,
/// since [`crate::Policy::respond`] has no route: the methods are the policy's.
#[derive(Debug, Default)]
pub(crate) struct Prepared([OnceLock<HeaderMap>; HeaderSet::COUNT * VaryOn::COUNT]);

impl Prepared {
    /// Returns the cell for the headers of the shape at `index`.
    pub(crate) fn get(&self, index: usize) -> Option<&OnceLock<HeaderMap>> {
        self.0.get(index)
    }
}

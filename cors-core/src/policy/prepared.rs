//! Prepared header maps of a policy made at run time.

use std::sync::OnceLock;

use ::http::header::HeaderMap;

use crate::header::SHAPES;

/// The headers of a policy made at run time for each [shape](crate::Headers::shape), with an empty
/// `Access-Control-Allow-Origin` to be filled in. They are built once, so that later responses check and copy nothing.
/// The policy alone identifies them, because [`crate::Policy::respond`] has no route and the methods are the policy's
/// own.
#[derive(Debug, Default)]
pub(crate) struct Prepared([OnceLock<HeaderMap>; SHAPES]);

impl Prepared {
    /// Returns the cell for the headers of the shape at `index`.
    pub(crate) fn get(&self, index: usize) -> Option<&OnceLock<HeaderMap>> {
        self.0.get(index)
    }
}

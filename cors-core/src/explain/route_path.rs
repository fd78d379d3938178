//! Paths in lines of the log and in tables.

use std::fmt;
use std::fmt::Display;

/// The path of a route or request, or the name of what has no path. An empty one is written as `""`, because a blank would
/// look like a missing column.
#[derive(Clone, Copy)]
pub(crate) struct RoutePath<'a>(pub(crate) &'a dyn Display);

impl Display for RoutePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.0.to_string();
        f.pad(if path.is_empty() { "\"\"" } else { &path })
    }
}

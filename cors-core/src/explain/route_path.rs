//! The path of a route, as tables and log lines show it.

use std::fmt;

/// A path that shows as `""` where it is empty, which otherwise looks like a missing column.
pub struct RoutePath<'a>(pub &'a dyn fmt::Display);

impl fmt::Display for RoutePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.0.to_string();
        f.pad(if path.is_empty() { "\"\"" } else { &path })
    }
}

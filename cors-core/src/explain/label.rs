//! Names of routes and requests in lines of the log.

use std::fmt;
use std::fmt::Display;

use crate::syntax::escaped::Escaped;

/// The subject of a line of the log.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Label<'a> {
    /// A name that is no text of a request: the path of a route, the name of a handler, `the default policy`.
    Name(&'a dyn Display),
    /// The path of a request, without its query, which may have secrets.
    Path(&'a [u8]),
}

impl Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => RoutePath(name).fmt(f),
            Self::Path(path) => RoutePath(&Escaped(path)).fmt(f),
        }
    }
}

/// The path of a route. An empty path is written as `""`, because a blank would look like a missing column.
pub(crate) struct RoutePath<'a>(pub(crate) &'a dyn Display);

impl Display for RoutePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.0.to_string();
        f.pad(if path.is_empty() { "\"\"" } else { &path })
    }
}

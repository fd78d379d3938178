//! The warning about headers that were removed from a response.

use crate::explain::shown_path;
use crate::syntax::escaped::Escaped;

/// The most names in a line. A policy writes fewer headers.
const MAX_NAMES: usize = 8;

/// Returns the warning about headers that were removed from a response.
///
/// `middleware` names what can have set the headers other than a handler.
pub(crate) fn removed_headers(name: &str, names: &[String], middleware: &str) -> String {
    let mut names = names.iter();
    let shown: Vec<String> =
        names.by_ref().take(MAX_NAMES).map(|name| format!("`{}`", Escaped(name.as_bytes()))).collect();
    let more = match names.count() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "{}: removed {}{more}, which only its policy may set; do not set that in the handler or {middleware}",
        shown_path(name),
        shown.join(", ")
    )
}

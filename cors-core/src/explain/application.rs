//! Lines about code of the application, which can repeat text of a request.

use std::fmt::Display;

use crate::explain::escaped::Escaped;

/// The most names of headers in a line; a policy writes fewer.
const MAX_NAMES: usize = 8;

/// Returns the warning of headers that were removed from a response.
///
/// `owner` is the route, the path or the policy, and `culprit` what else than a handler can have set them.
#[doc(hidden)]
#[must_use]
pub fn removed_headers<'n>(
    owner: &dyn Display,
    names: impl IntoIterator<Item = &'n str>,
    culprit: &str,
) -> String {
    let mut names = names.into_iter();
    let shown: Vec<String> =
        names.by_ref().take(MAX_NAMES).map(|name| format!("`{}`", Escaped(name.as_bytes()))).collect();
    let more = match names.count() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "{owner}: removed {}{more}, which only its policy may set; do not set that in the handler or {culprit}",
        shown.join(", ")
    )
}

/// Returns the line about a predicate that failed with an error.
#[doc(hidden)]
#[must_use]
pub fn predicate_failed(error: &str) -> String {
    format!("a predicate failed, which refuses the origin: {}", Escaped(error.as_bytes()))
}

/// The line about a predicate that panicked.
#[doc(hidden)]
pub const PREDICATE_PANICKED: &str = "a predicate panicked, which refuses the origin";

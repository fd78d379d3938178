//! Domains below which anyone can register a name (the [Public Suffix List]).
//!
//! The list is searched as text. A list as code took longer to compile than the rest of the crate.
//!
//! [Public Suffix List]: https://publicsuffix.org

use std::cmp::Ordering;

use crate::origin::host::is_localhost;
use crate::syntax::bytes::position;

/// A header, an empty line, and the rules of the list, sorted by bytes and in ASCII, one a line.
const TABLE: &str = include_str!("../../data/public_suffixes.txt");

/// The rules without the header.
const RULES: &str = after_empty_line(TABLE);

const fn after_empty_line(mut text: &str) -> &str {
    while let Some(end) = position(text.as_bytes(), b'\n') {
        text = text.split_at(end + 1).1;
        if end == 0 {
            return text;
        }
    }
    text
}

// With other line ends, which git can write on Windows, no rule would be found.
const _: () =
    assert!(position(TABLE.as_bytes(), b'\r').is_none(), "public_suffixes.txt has carriage returns");

/// Reports whether anyone can have a name directly below `host`, or below each name below it.
///
/// A single label that the list does not contain counts as public, because an internal zone is not known to be closed.
pub(crate) fn is_public(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    !is_localhost(host.as_bytes()) && (!host.contains('.') || is_listed(host))
}

/// Reports whether the list contains `host`, or a rule for each name below it.
pub(crate) fn is_listed(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let parent = host.split_once('.').map_or("", |(_, parent)| parent);
    // For a rule like `*.kawasaki.jp`, every name below `kawasaki.jp` is a suffix, except `!city.kawasaki.jp`.
    let is_suffix = has_rule(host) || has_rule(&format!("*.{parent}")) && !has_rule(&format!("!{host}"));
    is_suffix || has_rule(&format!("*.{host}"))
}

/// Searches the rules by bisection.
fn has_rule(rule: &str) -> bool {
    let mut lines = RULES;
    while let Some((head, tail)) = lines.split_at_checked(lines.len() / 2)
        && !lines.is_empty()
    {
        let (before, start) = head.rsplit_once('\n').unwrap_or(("", head));
        let (end, after) = tail.split_once('\n').unwrap_or((tail, ""));
        let line = lines.get(head.len() - start.len()..head.len() + end.len()).unwrap_or_default();
        lines = match rule.cmp(line) {
            Ordering::Less => before,
            Ordering::Equal => return true,
            Ordering::Greater => after,
        };
    }
    false
}

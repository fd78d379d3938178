//! What the lists of header names have in common.

use std::borrow::Cow;

use crate::error::MistakeKind as Kind;
use crate::token::is_token;

/// The value of a header that lists header names, in lower case as browsers send them.
pub(crate) fn join(names: &[String]) -> Option<Cow<'static, str>> {
    let names: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
    (!names.is_empty()).then(|| Cow::Owned(names.join(", ")))
}

/// Mistakes in the spelling of one name, and repetitions.
pub(crate) fn wrong_name(names: &[String], index: usize, name: &str) -> Option<Kind> {
    let duplicate = names.iter().take(index).any(|earlier| earlier.eq_ignore_ascii_case(name));
    match name {
        _ if !is_token(name.as_bytes()) => Some(Kind::HeaderSyntax),
        _ if duplicate => Some(Kind::HeaderDuplicate),
        "*" => None,
        _ if name.contains('*') => Some(Kind::HeaderPartialWildcard),
        _ => None,
    }
}

/// The name that a misspelt entry most likely means: `X-A:` or ` X-A`.
pub(crate) fn cleaned(name: &str) -> Option<String> {
    let cleaned = name.trim().trim_matches(|c| matches!(c, ':' | ';' | '"' | '\'')).trim();
    is_token(cleaned.as_bytes()).then(|| cleaned.to_owned())
}

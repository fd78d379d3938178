//! Rules for names in both lists of headers.

use crate::error::{Fix, Mistake, MistakeKind};
use crate::key::Key;
use crate::syntax::token::is_token;

/// Checks the names in the list of `key`. `misplaced` returns why a right name is a mistake in this list.
pub(crate) fn check_names(
    key: Key,
    names: &[String],
    misplaced: impl Fn(&[String], &str) -> Option<MistakeKind>,
    mistakes: &mut Vec<Mistake>,
) {
    let mistake_of = |names: &[String], index: usize, name: &str| {
        misspelt_name(names, index, name).or_else(|| misplaced(names, name))
    };
    for (index, name) in names.iter().enumerate() {
        let Some(kind) = mistake_of(names, index, name) else { continue };
        let fix = match kind {
            MistakeKind::HeaderSyntax | MistakeKind::HeaderList => {
                replacement(names, index, |names, name| mistake_of(names, index, name))
            }
            MistakeKind::CredentialsAnyHeader | MistakeKind::CredentialsAnyExposed if names.len() == 1 => {
                None
            }
            _ => Some(Fix::Remove),
        };
        let mistake = Mistake::at(key, index, name, kind, fix);
        mistakes.push(mistake.with_detail(duplicate_detail(names, name)));
    }
}

/// Returns the value of a header that lists header names, in lower case as browsers send them.
pub(crate) fn header_value(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
    names.join(", ")
}

/// Returns the mistake in the spelling of one name, or a repetition.
fn misspelt_name(names: &[String], index: usize, name: &str) -> Option<MistakeKind> {
    let duplicate = names.iter().take(index).any(|earlier| earlier.eq_ignore_ascii_case(name));
    match name {
        "" => Some(MistakeKind::HeaderEmpty),
        _ if name.trim().contains([',', ';', ' ', '\r', '\n']) => Some(MistakeKind::HeaderList),
        _ if !is_token(name.as_bytes()) => Some(MistakeKind::HeaderSyntax),
        _ if duplicate => Some(MistakeKind::HeaderDuplicate),
        "*" => None,
        _ if name.contains('*') => Some(MistakeKind::HeaderPartialWildcard),
        _ => None,
    }
}

/// Returns the fix for a misspelt name such as `X-A:`: the right spelling, or removal if the list already has it.
/// Returns `None` if the repaired list still has a mistake there.
fn replacement(
    names: &[String],
    index: usize,
    mistake_of: impl Fn(&[String], &str) -> Option<MistakeKind>,
) -> Option<Fix> {
    // Each fix is checked against the whole list, so the time grows quadratically. Lists of this length are not
    // realistic.
    if names.len() > 256 {
        return None;
    }
    let mut repaired = names.to_vec();
    let entry = repaired.get_mut(index)?;
    *entry = entry.trim().trim_matches(['"', '\'']).trim_end_matches([':', ';']).trim().to_owned();
    let name = entry.clone();
    match mistake_of(&repaired, &name) {
        Some(MistakeKind::HeaderDuplicate) => Some(Fix::Remove),
        Some(_) => None,
        None if repaired.iter().filter(|other| other.eq_ignore_ascii_case(&name)).count() > 1 => {
            Some(Fix::Remove)
        }
        None => Some(Fix::Write(name)),
    }
}

/// Returns the detail of the message about a repetition.
fn duplicate_detail(names: &[String], name: &str) -> String {
    let same = names.iter().filter(|other| *other == name).count() > 1;
    if same { String::new() } else { ", since header names ignore case".to_owned() }
}

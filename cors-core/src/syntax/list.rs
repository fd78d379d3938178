//! Lists separated by `, `: header values, and lists in messages.

use crate::syntax::bytes::{copy, equal, split_once};

/// The separator of list headers (RFC 9110, section 5.6.1).
const SEPARATOR: &[u8] = b", ";

/// Returns the length of the joined list.
#[must_use]
pub const fn joined_len(mut elements: &[&str]) -> usize {
    let mut len = 0;
    while let [element, rest @ ..] = elements {
        len += element.len() + if rest.is_empty() { 0 } else { SEPARATOR.len() };
        elements = rest;
    }
    len
}

/// Joins a list. `LEN` has to be its [`joined_len`].
#[must_use]
pub const fn join<const LEN: usize>(mut elements: &[&str]) -> [u8; LEN] {
    let mut joined = [0; LEN];
    let mut target: &mut [u8] = &mut joined;
    while let [element, rest @ ..] = elements {
        target = copy(target, element.as_bytes());
        if !rest.is_empty() {
            target = copy(target, SEPARATOR);
        }
        elements = rest;
    }
    joined
}

/// Returns a joined list as text.
#[must_use]
pub const fn text(joined: &[u8]) -> &str {
    match str::from_utf8(joined) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// Returns texts, each between two `quote`s, as a list for a message.
#[must_use]
pub fn quoted(texts: &[&str], quote: char) -> String {
    let quoted = texts.iter().map(|text| format!("{quote}{text}{quote}"));
    quoted.collect::<Vec<_>>().join(", ")
}

/// Reports whether `list`, separated by `", "`, contains `member`.
pub(crate) const fn lists(list: &[u8], member: &[u8]) -> bool {
    let mut rest = Some(list);
    while let Some(list) = rest {
        let (first, others) = first_member(list);
        if equal(first, member) {
            return true;
        }
        rest = others;
    }
    false
}

/// Splits a list after its first member.
pub(crate) const fn first_member(list: &[u8]) -> (&[u8], Option<&[u8]>) {
    match split_once(list, b',') {
        Some((member, [b' ', rest @ ..] | rest)) => (member, Some(rest)),
        None => (list, None),
    }
}

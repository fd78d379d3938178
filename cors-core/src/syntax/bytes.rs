//! Functions on byte strings that the standard library does not have as `const fn` yet.

/// Returns the position of the first `needle`.
pub(crate) const fn position(mut hay: &[u8], needle: u8) -> Option<usize> {
    let mut at = 0;
    while let [first, rest @ ..] = hay {
        if *first == needle {
            return Some(at);
        }
        at += 1;
        hay = rest;
    }
    None
}

/// Splits `hay` at the first `needle`.
pub(crate) const fn split_once(hay: &[u8], needle: u8) -> Option<(&[u8], &[u8])> {
    match position(hay, needle) {
        Some(at) => match hay.split_at_checked(at) {
            Some((before, [_, after @ ..])) => Some((before, after)),
            _ => None,
        },
        None => None,
    }
}

/// Returns the rest of `hay` after `prefix`.
pub(crate) const fn strip_prefix<'a>(mut hay: &'a [u8], mut prefix: &[u8]) -> Option<&'a [u8]> {
    while let [wanted, prefix_rest @ ..] = prefix {
        match hay {
            [found, rest @ ..] if *found == *wanted => hay = rest,
            _ => return None,
        }
        prefix = prefix_rest;
    }
    Some(hay)
}

pub(crate) const fn equal(left: &[u8], right: &[u8]) -> bool {
    matches!(strip_prefix(left, right), Some([]))
}

/// Reports whether `needle` occurs in `hay`.
pub(crate) const fn contains(mut hay: &[u8], needle: &[u8]) -> bool {
    loop {
        if strip_prefix(hay, needle).is_some() {
            return true;
        }
        match hay {
            [_, rest @ ..] => hay = rest,
            [] => return false,
        }
    }
}

/// Returns the part after the last `needle`, or all of `hay` if there is none.
pub(crate) const fn after_last(mut hay: &[u8], needle: u8) -> &[u8] {
    while let Some((_, after)) = split_once(hay, needle) {
        hay = after;
    }
    hay
}

/// Returns the part before the last `needle`.
pub(crate) const fn before_last(hay: &[u8], needle: u8) -> Option<&[u8]> {
    let end = hay.len() - after_last(hay, needle).len();
    match hay.split_at_checked(end) {
        Some(([front @ .., _], _)) => Some(front),
        _ => None,
    }
}

pub(crate) const fn ends_with(hay: &[u8], suffix: &[u8]) -> bool {
    match hay.len().checked_sub(suffix.len()) {
        Some(start) => match hay.split_at_checked(start) {
            Some((_, end)) => equal(end, suffix),
            None => false,
        },
        None => false,
    }
}

/// Returns `hay` without one `last` at its end.
pub(crate) const fn trim_one(hay: &[u8], last: u8) -> &[u8] {
    match hay {
        [front @ .., found] if *found == last => front,
        _ => hay,
    }
}

/// Returns the length of [`kebab`].
pub(crate) const fn kebab_len(camel: &str) -> usize {
    let (bytes, mut at, mut len) = (camel.as_bytes(), 0, 0);
    while at < bytes.len() {
        len += if at > 0 && bytes[at].is_ascii_uppercase() { 2 } else { 1 };
        at += 1;
    }
    len
}

/// Returns a name in `CamelCase` as one in `kebab-case`.
pub(crate) const fn kebab<const LEN: usize>(camel: &str) -> [u8; LEN] {
    let (bytes, mut kebab, mut at, mut len) = (camel.as_bytes(), [b'-'; LEN], 0, 0);
    while at < bytes.len() {
        if at > 0 && bytes[at].is_ascii_uppercase() {
            len += 1;
        }
        kebab[len] = bytes[at].to_ascii_lowercase();
        at += 1;
        len += 1;
    }
    kebab
}

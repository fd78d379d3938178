//! Functions on byte strings that the standard library does not have as `const fn` yet.

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

pub(crate) const fn split_once(hay: &[u8], needle: u8) -> Option<(&[u8], &[u8])> {
    match position(hay, needle) {
        Some(at) => match hay.split_at_checked(at) {
            Some((before, [_, after @ ..])) => Some((before, after)),
            _ => None,
        },
        None => None,
    }
}

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

/// Returns a name without one dot at its end.
pub(crate) const fn without_final_dot(name: &[u8]) -> &[u8] {
    match name {
        [front @ .., b'.'] => front,
        _ => name,
    }
}

pub(crate) const fn has_uppercase(mut text: &[u8]) -> bool {
    while let [byte, rest @ ..] = text {
        if byte.is_ascii_uppercase() {
            return true;
        }
        text = rest;
    }
    false
}

/// Reports whether `text` is one or more digits in `base`.
pub(crate) const fn is_number(mut text: &[u8], base: u32) -> bool {
    let is_empty = text.is_empty();
    while let [byte, rest @ ..] = text {
        if !(*byte as char).is_digit(base) {
            return false;
        }
        text = rest;
    }
    !is_empty
}

/// Returns the value of digits in `base`.
pub(crate) const fn number(mut digits: &[u8], base: u32) -> u128 {
    let mut value = 0_u128;
    while let [digit, rest @ ..] = digits {
        if let Some(digit) = (*digit as char).to_digit(base) {
            value = value * base as u128 + digit as u128;
        }
        digits = rest;
    }
    value
}

/// Copies `source` to the start of `target`, and returns the rest of `target`.
pub(crate) const fn copy<'a>(target: &'a mut [u8], source: &[u8]) -> &'a mut [u8] {
    match target.split_at_mut_checked(source.len()) {
        Some((front, rest)) => {
            front.copy_from_slice(source);
            rest
        }
        None => &mut [],
    }
}

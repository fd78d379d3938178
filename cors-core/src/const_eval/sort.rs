//! Sorting of distinct origins in const evaluation.

use crate::syntax::bytes::equal;

/// Counts the distinct origins in `list`.
#[doc(hidden)]
#[must_use]
pub const fn count_distinct(mut list: &[&str]) -> usize {
    let mut number = 0;
    while let [origin, rest @ ..] = list {
        if !has(rest, origin) {
            number += 1;
        }
        list = rest;
    }
    number
}

/// Returns the distinct origins in the order that look-ups need. Two constants may have the same value.
#[doc(hidden)]
#[must_use]
pub const fn sort_distinct<const LEN: usize>(mut list: &[&'static str]) -> [&'static str; LEN] {
    let mut sorted = [""; LEN];
    let mut len = 0;
    while let [origin, rest @ ..] = list {
        if !has(rest, origin) {
            insert(&mut sorted, len, origin);
            len += 1;
        }
        list = rest;
    }
    sorted
}

const fn has(mut list: &[&str], origin: &str) -> bool {
    while let [other, rest @ ..] = list {
        if equal(other.as_bytes(), origin.as_bytes()) {
            return true;
        }
        list = rest;
    }
    false
}

/// Inserts `origin` into the first `len` elements, which are sorted.
#[allow(clippy::indexing_slicing, reason = "an index out of bounds stops the compilation")]
const fn insert(sorted: &mut [&'static str], len: usize, origin: &'static str) {
    let mut place = len;
    while place > 0 && is_before(origin.as_bytes(), sorted[place - 1].as_bytes()) {
        sorted[place] = sorted[place - 1];
        place -= 1;
    }
    sorted[place] = origin;
}

/// Compares like [`crate::__private::by_length`], as a `const fn`.
const fn is_before(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return left.len() < right.len();
    }
    let (mut left, mut right) = (left, right);
    while let ([first, left_rest @ ..], [second, right_rest @ ..]) = (left, right) {
        if *first != *second {
            return *first < *second;
        }
        (left, right) = (left_rest, right_rest);
    }
    false
}

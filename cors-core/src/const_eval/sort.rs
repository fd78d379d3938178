//! Sorting of distinct origins in const evaluation.
//!
//! The compiler stops an evaluation of two million steps. So literals, which the macro has sorted, are appended in one step each.

/// Distinct origins in the order that look-ups need.
#[doc(hidden)]
#[derive(Debug)]
pub struct DistinctOrigins<const LEN: usize> {
    origins: [&'static str; LEN],
    len: usize,
}

impl<const LEN: usize> DistinctOrigins<LEN> {
    /// Sorts `list`, whose length has to be `LEN`. Two constants may have the same value.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "an index out of bounds stops the compilation")]
    pub const fn of(mut list: &[&'static str]) -> Self {
        let (mut origins, mut len) = ([""; LEN], 0);
        while let [origin, rest @ ..] = list {
            let place = place(&origins, len, origin);
            if place == len || is_before(origin.as_bytes(), origins[place].as_bytes()) {
                let mut gap = len;
                while gap > place {
                    origins[gap] = origins[gap - 1];
                    gap -= 1;
                }
                origins[place] = origin;
                len += 1;
            }
            list = rest;
        }
        Self { origins, len }
    }

    /// Returns the origins.
    #[must_use]
    pub const fn as_slice(&self) -> &[&'static str] {
        self.origins.split_at(self.len).0
    }
}

/// Returns the number of origins before `origin` among the first `len` of `sorted`.
#[allow(clippy::indexing_slicing, reason = "an index out of bounds stops the compilation")]
const fn place(sorted: &[&str], len: usize, origin: &str) -> usize {
    if len > 0 && is_before(sorted[len - 1].as_bytes(), origin.as_bytes()) {
        return len;
    }
    let (mut start, mut end) = (0, len);
    while start < end {
        let middle = start.midpoint(end);
        if is_before(sorted[middle].as_bytes(), origin.as_bytes()) {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    start
}

/// Compares like [`crate::policy::origins::by_length`], as a `const fn`.
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

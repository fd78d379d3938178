//! The known word that is nearest to a misspelt one.

/// Returns the candidate with the fewest edits from `word`, if it is near enough to be meant.
///
/// An edit inserts, deletes, replaces or swaps neighbouring characters. A beginning of a candidate is near as well.
/// Case is ignored.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.to_ascii_lowercase().chars().take(64).collect();
    let distances = candidates.into_iter().map(|candidate| {
        let letters: Vec<char> = candidate.to_ascii_lowercase().chars().collect();
        let is_begun = word.len() > 2 && letters.starts_with(&word);
        (if is_begun { 1 } else { distance(&word, &letters) }, candidate)
    });
    let (edits, candidate) = distances.min_by_key(|(edits, _)| *edits)?;
    (edits <= (candidate.len() / 3).max(1)).then_some(candidate)
}

/// Returns the optimal string alignment distance.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before_previous: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=right.len()).collect();
    for (row, from) in left.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, to) in right.iter().enumerate() {
            let cell = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX - 1);
            let mut best = (cell(&previous, column) + usize::from(from != to))
                .min(cell(&previous, column + 1) + 1)
                .min(cell(&current, column) + 1);
            let swapped =
                row > 0 && column > 0 && left.get(row - 1) == Some(to) && right.get(column - 1) == Some(from);
            if swapped {
                best = best.min(cell(&before_previous, column - 1) + 1);
            }
            current.push(best);
        }
        before_previous = std::mem::replace(&mut previous, current);
    }
    previous.last().copied().unwrap_or(0)
}

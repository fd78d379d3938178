//! Figures with their quartiles.

use std::fmt;

#[derive(Clone, Copy)]
pub(crate) struct Spread {
    pub(crate) lower: f64,
    pub(crate) median: f64,
    pub(crate) upper: f64,
}

impl Spread {
    pub(crate) fn of(samples: impl IntoIterator<Item = f64>) -> Self {
        let mut samples: Vec<f64> = samples.into_iter().collect();
        samples.sort_by(f64::total_cmp);
        let at = |quarters: usize| samples[samples.len() * quarters / 4];
        Self { lower: at(1), median: at(2), upper: at(3) }
    }
}

/// Writes the median and the quartiles.
impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lower, median, upper } = self;
        let places = f.precision().unwrap_or(0);
        write!(f, "{median:.places$} ({lower:.places$} to {upper:.places$})")
    }
}

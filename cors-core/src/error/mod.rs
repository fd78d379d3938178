//! Mistakes in a policy. Each has its key, its place, the value, the kind and, if exactly one is right, the fix.

mod const_panic;
mod kind;
mod mistake;
mod variable;

use std::fmt;

pub(crate) use const_panic::const_panic;
pub use kind::MistakeKind;
pub use mistake::{Fix, Mistake};

/// All mistakes in a policy, in the order of the keys and their lists.
///
/// ```
/// # use cors_core::{Key, Policy};
///
/// let error = Policy::builder().origins(["https://a.example/"]).max_age(-1).build().unwrap_err();
/// assert_eq!(error.mistakes().len(), 2);
/// assert_eq!(error.mistakes()[0].key(), Some(Key::Origins));
/// assert_eq!(
///     error.mistakes()[0].to_string(),
///     "origin `https://a.example/` ends with `/`, and browsers send origins without a path; write `https://a.example`",
/// );
/// assert!(error.to_string().contains("\nmax_age: max_age `-1` is negative; write"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyError {
    mistakes: Vec<Mistake>,
}

impl PolicyError {
    /// Returns `mistakes` as an error, unless the list is empty.
    pub(crate) fn of(mistakes: Vec<Mistake>) -> Result<(), Self> {
        if mistakes.is_empty() { Ok(()) } else { Err(Self { mistakes }) }
    }

    /// Returns the mistakes. There is at least one.
    #[must_use]
    pub fn mistakes(&self) -> &[Mistake] {
        &self.mistakes
    }
}

impl From<Mistake> for PolicyError {
    fn from(mistake: Mistake) -> Self {
        Self { mistakes: vec![mistake] }
    }
}

/// Writes one line for each mistake, with its place first: `origins[0]: origin …`, or
/// `API_CORS_ORIGINS, element 1: origin …` for a variable.
impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (line, mistake) in self.mistakes.iter().enumerate() {
            let separator = if line == 0 { "" } else { "\n" };
            write!(f, "{separator}{}: {mistake}", mistake.place())?;
        }
        Ok(())
    }
}

impl std::error::Error for PolicyError {}

//! Keywords of `dangerously_allow` and `enforce`.

use crate::syntax::list::lists;

/// A danger that can be allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Danger {
    InsecureOrigins,
    PublicSuffixWildcards,
    NullOrigin,
}

impl Danger {
    pub(crate) const ALL: [Self; 3] = [Self::InsecureOrigins, Self::PublicSuffixWildcards, Self::NullOrigin];

    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == word)
    }

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::InsecureOrigins => "insecure_origins",
            Self::PublicSuffixWildcards => "public_suffix_wildcards",
            Self::NullOrigin => "null_origin",
        }
    }

    /// Reports whether `words`, separated by `", "`, contain this danger.
    pub(crate) const fn is_one_of(self, words: &str) -> bool {
        lists(words.as_bytes(), self.as_str().as_bytes())
    }
}

/// The requests of other origins that are refused.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enforce {
    /// All except `GET`, `HEAD` and `OPTIONS`.
    UnsafeMethods,
    /// All.
    AllMethods,
}

impl Enforce {
    pub(crate) const ALL: [Self; 2] = [Self::UnsafeMethods, Self::AllMethods];

    /// Parses a keyword of the attribute.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == word)
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::UnsafeMethods => "unsafe_methods",
            Self::AllMethods => "all_methods",
        }
    }
}

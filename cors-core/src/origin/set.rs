//! The origins that a policy allows.

use std::cmp::Ordering;
use std::fmt;

use super::{MAX_ORIGIN_LEN, Pattern};
use crate::predicate::Predicate;
use crate::text::Text;

/// Which origins a policy allows.
#[derive(Debug, Clone, Copy)]
pub struct Origins<'p>(Kind<'p>);

#[derive(Debug, Clone, Copy)]
enum Kind<'p> {
    /// The route is for its own origin: cross-origin requests get no header and their preflight is refused.
    Own,
    /// `"*"`: the answer does not depend on the origin.
    Any,
    /// The application decides.
    Code(Predicate),
    List {
        exact: Exact<'p>,
        patterns: &'p [Pattern],
    },
}

/// Exact origins in the order of [`shorter_first`].
#[derive(Debug, Clone, Copy)]
enum Exact<'p> {
    Static(&'static [&'static str]),
    Policy(&'p [Box<str>]),
}

/// What allows an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Match {
    /// `*`.
    Any,
    /// The exact origin at this place.
    Exact(usize),
    /// A pattern.
    Pattern,
}

impl<'p> Origins<'p> {
    /// Whether every origin is allowed, so that no answer depends on it.
    #[must_use]
    pub const fn is_any(self) -> bool {
        matches!(self.0, Kind::Any)
    }

    /// Whether the route is stated to be for its own origin.
    #[must_use]
    pub const fn is_own(self) -> bool {
        matches!(self.0, Kind::Own)
    }

    /// What decides in the place of a list.
    pub(crate) const fn predicate(self) -> Option<Predicate> {
        match self.0 {
            Kind::Code(predicate) => Some(predicate),
            _ => None,
        }
    }

    /// The patterns as written, exact origins first.
    pub fn iter(self) -> impl Iterator<Item = &'p str> {
        let (any, exact, patterns) = match self.0 {
            Kind::Own => (None, Exact::Static(&[]), [].as_slice()),
            Kind::Any => (Some("*"), Exact::Static(&[]), [].as_slice()),
            Kind::Code(predicate) => (Some(predicate.text), Exact::Static(&[]), [].as_slice()),
            Kind::List { exact, patterns } => (None, exact, patterns),
        };
        let exact = (0..).map_while(move |index| exact.get(index)).map(Text::as_str);
        any.into_iter().chain(exact).chain(patterns.iter().map(Pattern::as_str))
    }

    /// What allows `origin`, if anything does.
    pub(crate) fn find(self, origin: &[u8]) -> Option<Match> {
        let (exact, patterns) = match self.0 {
            Kind::Own | Kind::Code(_) => return None,
            Kind::Any => return Some(Match::Any),
            Kind::List { .. } if origin.len() > MAX_ORIGIN_LEN => return None,
            Kind::List { exact, patterns } => (exact, patterns),
        };
        let pattern = || patterns.iter().any(|pattern| pattern.matches(origin)).then_some(Match::Pattern);
        exact.find(origin).map(Match::Exact).or_else(pattern)
    }

    /// The exact origin at a place.
    pub(crate) fn exact(self, index: usize) -> Option<Text<'p>> {
        match self.0 {
            Kind::Own | Kind::Any | Kind::Code(_) => None,
            Kind::List { exact, .. } => exact.get(index),
        }
    }
}

impl<'p> Exact<'p> {
    fn find(self, origin: &[u8]) -> Option<usize> {
        match self {
            Self::Static(list) => list.binary_search_by(|entry| shorter_first(entry.as_bytes(), origin)),
            Self::Policy(list) => list.binary_search_by(|entry| shorter_first(entry.as_bytes(), origin)),
        }
        .ok()
    }

    fn get(self, index: usize) -> Option<Text<'p>> {
        match self {
            Self::Static(list) => list.get(index).copied().map(Text::Static),
            Self::Policy(list) => list.get(index).map(|entry| Text::Policy(entry)),
        }
    }
}

impl PartialEq for Origins<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.is_own() == other.is_own() && self.iter().eq(other.iter())
    }
}

impl Eq for Origins<'_> {}

/// The value of the key `origins`.
impl fmt::Display for Origins<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.predicate() {
            Some(predicate) => f.write_str(predicate.text),
            None => f.debug_list().entries(self.iter()).finish(),
        }
    }
}

/// Origins that a macro has checked.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "named only by expansions")]
pub enum CheckedOrigins {
    Own,
    Any,
    Code(Predicate),
    /// `exact` has to be in the order of [`shorter_first`].
    List {
        exact: &'static [&'static str],
        patterns: &'static [Pattern],
    },
}

impl From<CheckedOrigins> for Origins<'_> {
    fn from(origins: CheckedOrigins) -> Self {
        Self(match origins {
            CheckedOrigins::Own => Kind::Own,
            CheckedOrigins::Any => Kind::Any,
            CheckedOrigins::Code(predicate) => Kind::Code(predicate),
            CheckedOrigins::List { exact, patterns } => Kind::List { exact: Exact::Static(exact), patterns },
        })
    }
}

/// Origins that came at run time.
#[derive(Debug)]
pub(crate) enum OwnedOrigins {
    Any,
    List {
        /// In the order of [`shorter_first`].
        exact: Vec<Box<str>>,
        patterns: Vec<Pattern>,
    },
}

impl OwnedOrigins {
    pub(crate) fn from_texts(texts: &[String]) -> Self {
        if texts.iter().any(|text| text == "*") {
            return Self::Any;
        }
        let (patterns, exact): (Vec<&String>, Vec<&String>) =
            texts.iter().partition(|text| text.contains('*'));
        let mut exact: Vec<Box<str>> = exact.into_iter().map(|text| text.as_str().into()).collect();
        exact.sort_by(|left, right| shorter_first(left.as_bytes(), right.as_bytes()));
        let patterns = patterns.into_iter().filter_map(|text| Pattern::parse(text.clone()).ok()).collect();
        Self::List { exact, patterns }
    }
}

impl<'p> From<&'p OwnedOrigins> for Origins<'p> {
    fn from(origins: &'p OwnedOrigins) -> Self {
        Self(match origins {
            OwnedOrigins::Any => Kind::Any,
            OwnedOrigins::List { exact, patterns } => Kind::List { exact: Exact::Policy(exact), patterns },
        })
    }
}

/// The order of exact origins: by length, then by bytes, so that most comparisons end at the length.
#[doc(hidden)]
#[must_use]
pub fn shorter_first(left: &[u8], right: &[u8]) -> Ordering {
    left.len().cmp(&right.len()).then_with(|| left.cmp(right))
}

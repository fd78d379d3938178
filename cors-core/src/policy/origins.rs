//! The origins that a policy allows.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::fmt;

use crate::header::AllowOrigin;
use crate::origin::{Origin, Pattern};
use crate::policy::predicate::Predicate;

/// The origins that a policy allows.
#[derive(Debug, Clone, Copy)]
pub struct Origins<'p>(OriginsRepr<'p>);

#[derive(Debug, Clone, Copy)]
enum OriginsRepr<'p> {
    /// The route's own origin. Cross-origin requests get no header, and their preflights are refused.
    SameOrigin,
    /// `"*"`: the response does not depend on the origin.
    Any,
    /// A function of the application.
    Predicate(&'p Predicate),
    List {
        exact: ExactOrigins<'p>,
        patterns: &'p [Pattern],
    },
}

#[derive(Debug, Clone, Copy)]
enum ExactOrigins<'p> {
    /// In the order of [`by_length`].
    Static(&'static [&'static str]),
    /// The origins of a policy made at run time, which may be thousands.
    Shared(&'p ExactSet),
}

impl<'p> Origins<'p> {
    /// Reports whether every origin is allowed, so that no response depends on the origin.
    #[must_use]
    pub const fn is_any(self) -> bool {
        matches!(self.0, OriginsRepr::Any)
    }

    /// Reports whether the policy is `same_origin`.
    #[must_use]
    pub const fn is_same_origin(self) -> bool {
        matches!(self.0, OriginsRepr::SameOrigin)
    }

    /// Returns the predicate, if the policy has one instead of a list.
    pub(crate) const fn predicate(self) -> Option<&'p Predicate> {
        match self.0 {
            OriginsRepr::Predicate(predicate) => Some(predicate),
            _ => None,
        }
    }

    /// Returns the entries as written, exact origins first.
    pub fn iter(self) -> impl Iterator<Item = &'p str> {
        let (exact, patterns) = match self.0 {
            OriginsRepr::SameOrigin => (Vec::new(), [].as_slice()),
            OriginsRepr::Any => (vec!["*"], [].as_slice()),
            OriginsRepr::Predicate(predicate) => (vec![predicate.text], [].as_slice()),
            OriginsRepr::List { exact, patterns } => (exact.sorted(), patterns),
        };
        exact.into_iter().chain(patterns.iter().map(Pattern::as_str))
    }

    /// Returns the value of `Access-Control-Allow-Origin` for `origin`, if it is allowed.
    ///
    /// `null` is compared like any other text. A list contains it only with `dangerously_allow = ["null_origin"]`.
    pub(crate) fn find(self, origin: &[u8]) -> Option<AllowOrigin> {
        let (exact, patterns) = match self.0 {
            OriginsRepr::SameOrigin | OriginsRepr::Predicate(_) => return None,
            OriginsRepr::Any => return Some(AllowOrigin::Wildcard),
            OriginsRepr::List { .. } if origin.len() > Origin::MAX_LEN => return None,
            OriginsRepr::List { exact, patterns } => (exact, patterns),
        };
        let is_allowed = exact.contains(origin) || patterns.iter().any(|pattern| pattern.matches(origin));
        is_allowed.then_some(AllowOrigin::RequestOrigin)
    }
}

impl<'p> ExactOrigins<'p> {
    fn contains(self, origin: &[u8]) -> bool {
        match self {
            Self::Static(list) => list.binary_search_by(|entry| by_length(entry.as_bytes(), origin)).is_ok(),
            Self::Shared(set) => set.contains(origin),
        }
    }

    fn sorted(self) -> Vec<&'p str> {
        match self {
            Self::Static(list) => list.to_vec(),
            Self::Shared(set) => {
                // The set was made from text, so every origin is UTF-8.
                let mut list: Vec<&str> =
                    set.iter().filter_map(|origin| str::from_utf8(origin).ok()).collect();
                list.sort_unstable_by(|left, right| by_length(left.as_bytes(), right.as_bytes()));
                list
            }
        }
    }
}

impl PartialEq for Origins<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.is_same_origin() == other.is_same_origin()
            && self.predicate() == other.predicate()
            && self.iter().eq(other.iter())
    }
}

impl Eq for Origins<'_> {}

/// Writes the value of the key `origins`.
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
pub enum StaticOrigins {
    SameOrigin,
    Any,
    Predicate(Predicate),
    /// `exact` has to be in the order of [`by_length`].
    List {
        exact: &'static [&'static str],
        patterns: &'static [Pattern],
    },
}

impl<'p> From<&'p StaticOrigins> for Origins<'p> {
    fn from(origins: &'p StaticOrigins) -> Self {
        Self(match origins {
            StaticOrigins::SameOrigin => OriginsRepr::SameOrigin,
            StaticOrigins::Any => OriginsRepr::Any,
            StaticOrigins::Predicate(predicate) => OriginsRepr::Predicate(predicate),
            StaticOrigins::List { exact, patterns } => {
                OriginsRepr::List { exact: ExactOrigins::Static(exact), patterns }
            }
        })
    }
}

/// Origins of a policy made at run time.
#[derive(Debug)]
pub(crate) enum SharedOrigins {
    Any,
    List { exact: ExactSet, patterns: Vec<Pattern> },
}

/// A set of exact origins as bytes. Senders of requests cannot insert into it, so a fast hash without a secret is safe.
type ExactSet = HashSet<Box<[u8]>, foldhash::fast::RandomState>;

impl SharedOrigins {
    pub(crate) fn from_texts(texts: &[String]) -> Self {
        if texts.iter().any(|text| text == "*") {
            return Self::Any;
        }
        let (patterns, exact): (Vec<&String>, Vec<&String>) =
            texts.iter().partition(|text| text.contains('*'));
        let exact = exact.into_iter().map(|text| text.as_bytes().into()).collect();
        let patterns = patterns.into_iter().filter_map(|text| Pattern::parse(text.clone()).ok()).collect();
        Self::List { exact, patterns }
    }
}

impl<'p> From<&'p SharedOrigins> for Origins<'p> {
    fn from(origins: &'p SharedOrigins) -> Self {
        Self(match origins {
            SharedOrigins::Any => OriginsRepr::Any,
            SharedOrigins::List { exact, patterns } => {
                OriginsRepr::List { exact: ExactOrigins::Shared(exact), patterns }
            }
        })
    }
}

/// Compares exact origins by length, then by bytes, so that most comparisons end at the length.
#[doc(hidden)]
#[must_use]
pub fn by_length(left: &[u8], right: &[u8]) -> Ordering {
    left.len().cmp(&right.len()).then_with(|| left.cmp(right))
}

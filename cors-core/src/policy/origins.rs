//! The origins that a policy allows.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::fmt;

use crate::header::AllowOrigin;
use crate::origin::{self, Origin};
use crate::policy::predicate::Predicate;

/// The origins that a policy allows.
#[derive(Debug, Clone, Copy)]
pub struct Origins<'p>(pub(super) OriginsRepr<'p>);

#[derive(Debug, Clone, Copy)]
pub(super) enum OriginsRepr<'p> {
    Static(&'p StaticOrigins),
    Shared(&'p SharedOrigins),
}

impl<'p> Origins<'p> {
    /// Reports whether every origin is allowed, so that no response depends on the origin.
    #[must_use]
    pub const fn is_any(self) -> bool {
        matches!(self.0, OriginsRepr::Static(StaticOrigins::Any) | OriginsRepr::Shared(SharedOrigins::Any))
    }

    /// Reports whether the policy is `same_origin`.
    #[must_use]
    pub const fn is_same_origin(self) -> bool {
        matches!(self.0, OriginsRepr::Static(StaticOrigins::SameOrigin))
    }

    /// Returns the predicate, if the policy has one instead of a list.
    pub(crate) const fn predicate(self) -> Option<&'p Predicate> {
        match self.0 {
            OriginsRepr::Static(StaticOrigins::Predicate(predicate)) => Some(predicate),
            _ => None,
        }
    }

    /// Returns the entries as written, exact origins first.
    pub fn iter(self) -> impl Iterator<Item = &'p str> {
        let entries = match self.0 {
            OriginsRepr::Static(StaticOrigins::SameOrigin) => Vec::new(),
            OriginsRepr::Static(StaticOrigins::Any) | OriginsRepr::Shared(SharedOrigins::Any) => vec!["*"],
            OriginsRepr::Static(StaticOrigins::Predicate(predicate)) => vec![predicate.text],
            OriginsRepr::Static(StaticOrigins::List { exact, patterns }) => [*exact, *patterns].concat(),
            OriginsRepr::Shared(SharedOrigins::List { exact, patterns }) => {
                // The set was made from text, so every origin is UTF-8.
                let mut entries: Vec<&str> =
                    exact.iter().filter_map(|origin| str::from_utf8(origin).ok()).collect();
                entries.sort_unstable_by(|left, right| by_length(left.as_bytes(), right.as_bytes()));
                entries.extend(patterns.iter().map(String::as_str));
                entries
            }
        };
        entries.into_iter()
    }

    /// Returns the value of `Access-Control-Allow-Origin` for `origin`, if it is allowed.
    ///
    /// `null` is compared like any other text. A list contains it only with `dangerously_allow = ["null_origin"]`.
    pub(crate) fn find(self, origin: &[u8]) -> Option<AllowOrigin> {
        let is_allowed = match self.0 {
            OriginsRepr::Static(StaticOrigins::SameOrigin | StaticOrigins::Predicate(_)) => false,
            OriginsRepr::Static(StaticOrigins::Any) | OriginsRepr::Shared(SharedOrigins::Any) => {
                return Some(AllowOrigin::Wildcard);
            }
            _ if origin.len() > Origin::MAX_LEN => false,
            OriginsRepr::Static(StaticOrigins::List { exact, patterns }) => {
                let is_exact = exact.binary_search_by(|entry| by_length(entry.as_bytes(), origin)).is_ok();
                is_exact || matches_one(patterns, origin)
            }
            OriginsRepr::Shared(SharedOrigins::List { exact, patterns }) => {
                exact.contains(origin) || matches_one(patterns, origin)
            }
        };
        is_allowed.then_some(AllowOrigin::RequestOrigin)
    }
}

fn matches_one(patterns: &[impl AsRef<str>], origin: &[u8]) -> bool {
    patterns.iter().any(|pattern| origin::matches(pattern.as_ref(), origin))
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
        patterns: &'static [&'static str],
    },
}

/// Origins of a policy made at run time, which may be thousands.
#[derive(Debug)]
pub(crate) enum SharedOrigins {
    Any,
    List { exact: ExactSet, patterns: Vec<String> },
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
        Self::List { exact, patterns: patterns.into_iter().cloned().collect() }
    }
}

/// Compares exact origins by length, then by bytes, so that most comparisons end at the length.
#[doc(hidden)]
#[must_use]
pub fn by_length(left: &[u8], right: &[u8]) -> Ordering {
    left.len().cmp(&right.len()).then_with(|| left.cmp(right))
}

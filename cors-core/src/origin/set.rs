//! The origins that a policy allows.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::{MAX_ORIGIN_LEN, Pattern};
use crate::decision::Value;

/// Which origins a policy allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origins(Kind);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// The route is for its own origin: cross-origin requests get no header and their preflight is refused.
    Own,
    /// `"*"`: the answer does not depend on the origin.
    Any,
    List {
        /// In the order of [`shorter_first`], without duplicates.
        exact: Cow<'static, [Cow<'static, str>]>,
        patterns: Cow<'static, [Pattern]>,
    },
}

impl Origins {
    pub(crate) const fn from_checked(origins: CheckedOrigins) -> Self {
        match origins {
            CheckedOrigins::Own => Self(Kind::Own),
            CheckedOrigins::Any => Self(Kind::Any),
            CheckedOrigins::List { exact, patterns } => {
                Self(Kind::List { exact: Cow::Borrowed(exact), patterns: Cow::Borrowed(patterns) })
            }
        }
    }

    pub(crate) fn from_texts(texts: &[String]) -> Self {
        if texts.iter().any(|text| text == "*") {
            return Self(Kind::Any);
        }
        let (patterns, mut exact): (Vec<&String>, Vec<&String>) =
            texts.iter().partition(|text| text.contains('*'));
        exact.sort_by(|left, right| shorter_first(left.as_bytes(), right.as_bytes()));
        Self(Kind::List {
            exact: exact.into_iter().map(|text| Cow::Owned(text.clone())).collect(),
            patterns: patterns.into_iter().filter_map(|text| Pattern::parse(text.clone()).ok()).collect(),
        })
    }

    /// Whether every origin is allowed, so that no answer depends on it.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.0 == Kind::Any
    }

    /// Whether the route is stated to be for its own origin.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.0 == Kind::Own
    }

    /// The patterns as written, exact origins first.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let (any, exact, patterns): (Option<&str>, &[Cow<'static, str>], &[Pattern]) = match &self.0 {
            Kind::Own => (None, &[], &[]),
            Kind::Any => (Some("*"), &[], &[]),
            Kind::List { exact, patterns } => (None, exact, patterns),
        };
        any.into_iter().chain(exact.iter().map(AsRef::as_ref)).chain(patterns.iter().map(Pattern::as_str))
    }

    /// The `Access-Control-Allow-Origin` for `origin`, if it is allowed.
    ///
    /// The policy's own string is preferred to the request's, because adapters send it without a copy.
    pub(crate) fn find(&self, origin: &[u8]) -> Option<Value<'_>> {
        let (exact, patterns) = match &self.0 {
            Kind::Own => return None,
            Kind::Any => return Some(Value::Static("*")),
            Kind::List { exact, patterns } => (exact, patterns),
        };
        if origin.len() > MAX_ORIGIN_LEN {
            return None;
        }
        let found = exact.binary_search_by(|entry| shorter_first(entry.as_bytes(), origin)).ok();
        if let Some(entry) = found.and_then(|index| exact.get(index)) {
            return Some(Value::from(entry));
        }
        patterns.iter().any(|pattern| pattern.matches(origin)).then_some(Value::RequestOrigin)
    }
}

/// Origins that a macro has checked.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "named only by the expansion of the attribute")]
pub enum CheckedOrigins {
    Own,
    Any,
    /// `exact` has to be in the order of [`shorter_first`].
    List {
        exact: &'static [Cow<'static, str>],
        patterns: &'static [Pattern],
    },
}

/// The order of exact origins: by length, then by bytes, so that most comparisons end at the length.
#[doc(hidden)]
#[must_use]
pub fn shorter_first(left: &[u8], right: &[u8]) -> Ordering {
    left.len().cmp(&right.len()).then_with(|| left.cmp(right))
}

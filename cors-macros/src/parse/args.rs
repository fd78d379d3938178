//! The arguments of an attribute, read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use cors_core::{Key, MaxAge};
use proc_macro2::{Span, TokenStream};
use syn::Path;

use crate::errors::Errors;
use crate::parse::keys::MacroKey;
use crate::parse::list::{Constant, Element};
use crate::parse::predicate::PredicatePath;

/// The arguments of an attribute, or those of several together.
#[derive(Clone, Default)]
pub(crate) struct Args {
    pub(crate) macro_kind: MacroKind,
    /// The keys of a policy and of a route.
    pub(crate) entries: BTreeMap<Key, Entry>,
    /// The policy in place of the keys of a policy.
    pub(crate) whole: Option<WholePolicy>,
    pub(crate) crate_path: Option<Path>,
    /// Keys of which more may be written than could be read, so that nothing is said to be missing from them. Tokens without a
    /// known key count as `origins`, the one key that is required.
    pub(super) unreadable: BTreeSet<Key>,
    /// The keys that are present under their own names, including those that are not read yet, and those that unknown keys stand
    /// for.
    pub(super) present: BTreeSet<MacroKey>,
}

/// A key with its value.
#[derive(Clone)]
pub(crate) struct Entry {
    /// `None` if the value could not be read.
    pub(super) value: Option<EntryValue>,
    /// The tokens at which mistakes of the whole entry are reported.
    pub(crate) report_at: TokenStream,
    /// The module from which the key is inherited.
    pub(crate) inherited_from: Option<String>,
}

/// The value of a key.
#[derive(Clone)]
pub(super) enum EntryValue {
    /// A list. Only `origins` can have constants.
    List {
        elements: Vec<Element>,
        constants: Vec<Constant>,
    },
    Predicate(PredicatePath),
    Credentials(bool),
    MaxAge(MaxAge),
    Enforce(String),
}

/// A policy that is not given key by key.
#[derive(Clone)]
pub(crate) struct WholePolicy {
    pub(crate) source: WholeSource,
    /// The module from which the policy is inherited.
    pub(crate) inherited_from: Option<String>,
}

/// The source of a whole policy.
#[derive(Clone)]
pub(crate) enum WholeSource {
    /// `same_origin`
    SameOrigin,
    /// `policy = PATH` or `..PATH`
    Named(NamedPolicy),
}

/// A policy that is named by its path.
#[derive(Clone)]
pub(crate) struct NamedPolicy {
    pub(crate) path: Path,
    /// The path as it is written.
    pub(crate) written: String,
    /// Set for `..PATH`, unlike `policy = PATH`.
    pub(crate) is_base: bool,
}

/// The macro whose arguments these are.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum MacroKind {
    /// `#[cors(…)]`
    #[default]
    Attribute,
    /// `policy!(…)`
    Policy,
}

impl MacroKind {
    /// Returns the way to write other values under other conditions.
    pub(crate) fn twice(self) -> &'static str {
        match self {
            Self::Attribute => "write `#[cors(…)]` twice, each in a `#[cfg_attr(…)]`",
            Self::Policy => "make two policies, each with a `#[cfg(…)]`",
        }
    }
}

impl NamedPolicy {
    /// Reports whether this is `Policy::SAME_ORIGIN`, which no key extends. Another policy may have the last of the two names.
    pub(crate) fn names_same_origin(&self) -> bool {
        let mut segments = self.path.segments.iter().rev().map(|segment| &segment.ident);
        segments.next().is_some_and(|last| last == "SAME_ORIGIN")
            && segments.next().is_some_and(|ty| ty == "Policy")
    }
}

impl From<WholeSource> for WholePolicy {
    fn from(source: WholeSource) -> Self {
        Self { source, inherited_from: None }
    }
}

impl Args {
    pub(crate) fn has(&self, key: Key) -> bool {
        self.entries.contains_key(&key)
    }

    pub(crate) fn report_at(&self, key: Key) -> Option<&TokenStream> {
        self.entries.get(&key).map(|entry| &entry.report_at)
    }

    /// Returns the module from which `key` is inherited.
    pub(crate) fn inherited_from(&self, key: Key) -> Option<&str> {
        self.entries.get(&key)?.inherited_from.as_deref()
    }

    /// Returns the strings of a list, if `key` has one.
    pub(crate) fn elements(&self, key: Key) -> Option<&[Element]> {
        match self.value(key)? {
            EntryValue::List { elements, .. } => Some(elements),
            _ => None,
        }
    }

    /// Returns the texts of a list, if `key` has one.
    pub(crate) fn texts(&self, key: Key) -> Option<Vec<String>> {
        Some(self.elements(key)?.iter().map(|element| element.text.clone()).collect())
    }

    /// Returns the elements of `origins` that are not literals.
    pub(crate) fn constants(&self) -> &[Constant] {
        match self.value(Key::Origins) {
            Some(EntryValue::List { constants, .. }) => constants,
            _ => &[],
        }
    }

    /// Returns the predicate in place of a list of origins.
    pub(crate) fn predicate(&self) -> Option<&PredicatePath> {
        match self.value(Key::Origins)? {
            EntryValue::Predicate(predicate) => Some(predicate),
            _ => None,
        }
    }

    pub(crate) fn credentials(&self) -> bool {
        matches!(self.value(Key::Credentials), Some(EntryValue::Credentials(true)))
    }

    /// Returns the accepted dangers, separated by `", "`.
    pub(crate) fn dangers(&self) -> String {
        self.texts(Key::DangerouslyAllow).unwrap_or_default().join(", ")
    }

    pub(crate) fn max_age(&self) -> Option<&MaxAge> {
        match self.value(Key::MaxAge)? {
            EntryValue::MaxAge(max_age) => Some(max_age),
            _ => None,
        }
    }

    pub(crate) fn enforce(&self) -> Option<&str> {
        match self.value(Key::Enforce)? {
            EntryValue::Enforce(word) => Some(word),
            _ => None,
        }
    }

    fn value(&self, key: Key) -> Option<&EntryValue> {
        self.entries.get(&key)?.value.as_ref()
    }

    pub(crate) fn is_same_origin(&self) -> bool {
        self.whole.as_ref().is_some_and(|whole| matches!(whole.source, WholeSource::SameOrigin))
    }

    pub(crate) fn named_policy(&self) -> Option<&NamedPolicy> {
        match &self.whole.as_ref()?.source {
            WholeSource::Named(named) => Some(named),
            WholeSource::SameOrigin => None,
        }
    }

    /// Reports whether tokens that could not be read may have given more of `key`.
    pub(crate) fn is_unreadable(&self, key: Key) -> bool {
        self.unreadable.contains(&key)
    }

    /// Reports a mistake of the element at `index` of `key`, of the key, or of the attribute.
    pub(crate) fn report(&self, key: Key, index: Option<usize>, message: impl Display, errors: &mut Errors) {
        let element = index.and_then(|index| self.elements(key)?.get(index));
        match (element, self.report_at(key)) {
            (Some(element), _) => errors.push(element.span, message),
            (None, Some(tokens)) => errors.push_at(tokens, message),
            (None, None) => errors.push(Span::call_site(), message),
        }
    }
}

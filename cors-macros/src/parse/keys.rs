//! The keys of the macros, and their names.

use cors_core::__macros::quoted;
use cors_core::Key;
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

use crate::parse::args::MacroKind;

/// A key of `#[cors(…)]` or of `policy!(…)`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MacroKey {
    /// A key of a policy or of a route, whose value cors-core checks.
    Checked(Key),
    Policy,
    SameOrigin,
    Crate,
}

impl MacroKey {
    /// Returns all keys, in the order in which messages list them.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Key::ALL.iter().copied().map(Self::Checked).chain([Self::Policy, Self::SameOrigin, Self::Crate])
    }

    /// Returns the keys that a macro takes.
    pub(crate) fn of(macro_kind: MacroKind) -> impl Iterator<Item = Self> {
        Self::all().filter(move |key| key.is_taken_by(macro_kind))
    }

    pub(crate) fn find(name: &str) -> Option<Self> {
        Self::all().find(|key| key.as_str() == name)
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Checked(key) => key.as_str(),
            Self::Policy => "policy",
            Self::SameOrigin => "same_origin",
            Self::Crate => "crate",
        }
    }

    pub(crate) fn is_taken_by(self, macro_kind: MacroKind) -> bool {
        let is_of_routes = matches!(self, Self::Checked(Key::Enforce) | Self::Policy);
        macro_kind == MacroKind::Attribute || !is_of_routes
    }
}

/// Returns the key with which an entry begins, also in quotes or under an attribute, which are mistakes of their own.
pub(crate) fn first_key(entry: &TokenStream) -> Option<MacroKey> {
    let mut trees = entry.clone().into_iter();
    let name = trees.find(|tree| match tree {
        TokenTree::Punct(punct) => punct.as_char() != '#',
        TokenTree::Group(group) => group.delimiter() != Delimiter::Bracket,
        TokenTree::Ident(_) | TokenTree::Literal(_) => true,
    })?;
    let name = name.to_string();
    MacroKey::find(name.trim_start_matches("r#").trim_matches('"'))
}

/// Returns the name with which an entry begins.
pub(crate) fn first_name(entry: &TokenStream) -> Option<Ident> {
    match entry.clone().into_iter().next()? {
        TokenTree::Ident(name) => Some(name),
        _ => None,
    }
}

/// Returns the list of all keys of a macro for a message.
pub(crate) fn accepted(macro_kind: MacroKind) -> String {
    let last = MacroKey::Crate;
    let others = MacroKey::of(macro_kind).filter(|key| *key != last);
    let others: Vec<&str> = others.map(MacroKey::as_str).collect();
    format!("the keys are {} and `{}`", quoted(&others, '`'), last.as_str())
}

//! The keys of the macros, and their names.

use std::collections::BTreeSet;

use cors_core::__macros::quoted;
use cors_core::Key;
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

use crate::parse::args::MacroKind;
use crate::token_trees::is_punct;

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
    fn all() -> impl Iterator<Item = Self> {
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

    fn is_taken_by(self, macro_kind: MacroKind) -> bool {
        let is_of_routes = matches!(self, Self::Checked(Key::Enforce) | Self::Policy);
        macro_kind == MacroKind::Attribute || !is_of_routes
    }
}

/// Returns the keys with which the entries of `tokens` begin.
pub(crate) fn present(tokens: TokenStream) -> BTreeSet<MacroKey> {
    names(tokens).iter().filter_map(|name| MacroKey::find(&name.unraw().to_string())).collect()
}

/// Returns the names with which the entries of `tokens` begin.
pub(crate) fn names(tokens: TokenStream) -> Vec<Ident> {
    let mut is_first = true;
    let name = |token| {
        let was_first = std::mem::replace(&mut is_first, is_punct(&token, ','));
        match token {
            TokenTree::Ident(name) if was_first => Some(name),
            _ => None,
        }
    };
    tokens.into_iter().filter_map(name).collect()
}

/// Returns the list of all keys of a macro for a message.
pub(crate) fn accepted(macro_kind: MacroKind) -> String {
    let last = MacroKey::Crate;
    let others = MacroKey::of(macro_kind).filter(|key| *key != last);
    let others: Vec<&str> = others.map(MacroKey::as_str).collect();
    format!("the keys are {} and `{}`", quoted(&others, '`'), last.as_str())
}

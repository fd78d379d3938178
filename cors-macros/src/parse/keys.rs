//! The names of the keys.

use std::collections::BTreeSet;

use cors_core::__macros::quoted;
use cors_core::Key;
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

use crate::parse::args::MacroKind;
use crate::token_trees::is_punct;

pub(crate) const SAME_ORIGIN: &str = "same_origin";
pub(crate) const CRATE: &str = "crate";
pub(crate) const POLICY: &str = "policy";

/// Returns the key with this name.
pub(crate) fn find(name: &str) -> Option<Key> {
    Key::ALL.iter().copied().find(|key| key.as_str() == name)
}

/// Returns the keys with which the entries of `tokens` begin.
pub(crate) fn present(tokens: TokenStream) -> BTreeSet<Key> {
    names(tokens).iter().filter_map(|name| find(&name.unraw().to_string())).collect()
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
    let of_routes = [Key::Enforce.as_str(), POLICY];
    let keys = Key::ALL.iter().map(|key| key.as_str()).chain([POLICY, SAME_ORIGIN]);
    let is_accepted = |key: &&str| macro_kind == MacroKind::Attribute || !of_routes.contains(key);
    let keys: Vec<&str> = keys.filter(is_accepted).collect();
    format!("the keys are {} and `{CRATE}`", quoted(&keys, '`'))
}

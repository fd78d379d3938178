//! Token trees: what they are, and what is inside of groups.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

/// Returns the trees without the invisible groups around the values of macro variables.
pub(crate) fn visible(tokens: TokenStream) -> Vec<TokenTree> {
    let mut trees = Vec::new();
    for tree in tokens {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                trees.extend(visible(group.stream()))
            }
            tree => trees.push(tree),
        }
    }
    trees
}

/// Returns the first `sign` in `tokens`, at any depth.
pub(crate) fn find_punct(tokens: TokenStream, sign: char) -> Option<TokenTree> {
    tokens.into_iter().find_map(|tree| match tree {
        TokenTree::Group(group) => find_punct(group.stream(), sign),
        tree => Some(tree).filter(|tree| is_punct(tree, sign)),
    })
}

/// Returns `group` with other tokens inside.
pub(crate) fn with_stream(group: &Group, tokens: TokenStream) -> Group {
    let mut other = Group::new(group.delimiter(), tokens);
    other.set_span(group.span());
    other
}

pub(crate) fn is_punct(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

pub(crate) fn is_ident(tree: &TokenTree, name: &str) -> bool {
    matches!(tree, TokenTree::Ident(ident) if ident.unraw() == name)
}

/// Reports whether a tree can be in a path, or in one with variables of a macro.
pub(crate) fn is_of_path(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Ident(_)) || is_punct(tree, ':') || is_punct(tree, '$')
}

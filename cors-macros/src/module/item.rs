//! Where an item begins and ends.

use std::collections::VecDeque;

use proc_macro2::{Delimiter, Group, Span, TokenTree};

use crate::module::attribute::{is_punct, visible};

/// An item that can have `#[cors]`.
#[derive(Clone, Copy)]
pub(crate) enum ItemKind {
    /// A function, with the span of its name.
    Function(Span),
    /// A module, with the span of its name.
    Module(Span),
    /// A variable of a macro, which may hold a function.
    Variable,
    /// A beginning with variables of a macro, whose `fn` may be in one of them, or whose function may be before what follows.
    Unclear,
}

/// What can stand before `fn` and `mod`.
const QUALIFIERS: [&str; 7] = ["pub", "default", "const", "async", "gen", "unsafe", "extern"];

/// Returns the item with which `trees` begin, behind its attributes.
pub(crate) fn kind(trees: &VecDeque<TokenTree>) -> Option<ItemKind> {
    let mut trees = beginning(trees).into_iter().peekable();
    let mut has_variable = false;
    while let Some(tree) = trees.next() {
        match &tree {
            TokenTree::Ident(word) if word == "fn" => {
                return trees.next_if(is_name).map(|name| ItemKind::Function(name.span()));
            }
            TokenTree::Ident(word) if word == "mod" => {
                return trees.next_if(is_name).map(|name| ItemKind::Module(name.span()));
            }
            TokenTree::Ident(word) if QUALIFIERS.iter().any(|qualifier| word == qualifier) => {}
            // Of `pub(crate)`, and of `extern "C"`.
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {}
            TokenTree::Literal(_) => {}
            sign if is_punct(sign, '$') => {
                has_variable = true;
                trees.next();
                while trees.next_if(is_repetition).is_some() {}
            }
            sign if has_variable && (is_punct(sign, ';') || is_punct(sign, '#')) => break,
            // Of a field, or of a value.
            sign if [':', ',', '='].iter().any(|of_field| is_punct(sign, *of_field)) => return None,
            _ if has_variable => return Some(ItemKind::Unclear),
            _ => return None,
        }
    }
    has_variable.then_some(ItemKind::Variable)
}

/// Returns as many trees as the beginning of an item can have, and some more.
pub(crate) fn beginning(trees: &VecDeque<TokenTree>) -> Vec<TokenTree> {
    visible(trees.iter().take(16).cloned().collect())
}

/// Reports whether this can be a name, also in a macro. Behind the `fn` of a type stand its parameters.
fn is_name(tree: &TokenTree) -> bool {
    !matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)
}

/// Reports whether this stands behind `$(…)`.
pub(crate) fn is_repetition(tree: &TokenTree) -> bool {
    ['*', '+', '?'].iter().any(|sign| is_punct(tree, *sign))
}

/// Reports whether this is a variable of a macro with items or statements in it.
pub(crate) fn is_of_items(group: &Group) -> bool {
    group.delimiter() == Delimiter::None
        && group.stream().into_iter().last().is_some_and(|last| ends_an_item(&last))
}

/// Reports whether an item ends with this, as far as that matters: nothing that begins behind it looks like an item.
pub(crate) fn ends_an_item(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace || is_of_items(group),
        _ => false,
    }
}

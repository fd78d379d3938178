//! The beginnings and ends of items in tokens.

use std::collections::VecDeque;

use proc_macro2::{Delimiter, Group, Span, TokenTree};

use crate::token_trees::{is_punct, visible};

/// An item that can have `#[cors]`.
#[derive(Clone, Copy)]
pub(crate) enum ItemKind {
    /// A function, with the span of its name.
    Function(Span),
    /// A module, with the span of its name.
    Module(Span),
    /// A variable of a macro, whose value may be a function.
    Variable,
    /// An item that begins with variables of a macro. `fn` may be in one of them, or they may be a whole function.
    Unclear,
}

/// The words that can be before `fn` and `mod`.
const QUALIFIERS: [&str; 7] = ["pub", "default", "const", "async", "gen", "unsafe", "extern"];

/// Returns the kind of the item with which `trees` begin, after its attributes.
pub(crate) fn item_kind(trees: &VecDeque<TokenTree>) -> Option<ItemKind> {
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
            // `(crate)` of `pub(crate)`, and `"C"` of `extern "C"`.
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {}
            TokenTree::Literal(_) => {}
            sign if is_punct(sign, '$') => {
                has_variable = true;
                trees.next();
                while trees.next_if(is_repetition).is_some() {}
            }
            sign if has_variable && (is_punct(sign, ';') || is_punct(sign, '#')) => break,
            // A field or a value has one of these signs after its name.
            sign if [':', ',', '='].iter().any(|of_field| is_punct(sign, *of_field)) => return None,
            _ if has_variable => return Some(ItemKind::Unclear),
            _ => return None,
        }
    }
    has_variable.then_some(ItemKind::Variable)
}

/// Returns the first trees, more than the beginning of an item can have.
pub(crate) fn beginning(trees: &VecDeque<TokenTree>) -> Vec<TokenTree> {
    visible(trees.iter().take(16).cloned().collect())
}

/// Reports whether a tree after `fn` or `mod` can be a name, or a variable with one. The `fn` of a type has parameters there.
fn is_name(tree: &TokenTree) -> bool {
    !matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)
}

/// Reports whether a tree after `$(…)` is its repetition operator.
pub(crate) fn is_repetition(tree: &TokenTree) -> bool {
    ['*', '+', '?'].iter().any(|sign| is_punct(tree, *sign))
}

/// Reports whether a group is the value of a macro variable, with items or statements.
pub(crate) fn is_of_items(group: &Group) -> bool {
    group.delimiter() == Delimiter::None
        && group.stream().into_iter().last().is_some_and(|last| ends_an_item(&last))
}

/// Reports whether an item can end with a tree. The tree may also be in the middle of an item if the rest does not look like an
/// item.
pub(crate) fn ends_an_item(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace || is_of_items(group),
        _ => false,
    }
}

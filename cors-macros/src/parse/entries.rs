//! The tokens between commas. One mistake among them leaves the others readable.

use std::mem::take;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, ExprArray, bracketed};

use crate::errors::Errors;
use crate::parse::unknown_key::is_meant;
use crate::token_trees::{is_ident, is_punct, with_stream};

/// Removes and reports doc comments, which the compiler makes attributes of, so that they can be anywhere.
pub(super) fn without_doc_comments(tokens: TokenStream, errors: &mut Errors) -> TokenStream {
    let mut trees: Vec<TokenTree> = Vec::new();
    for tree in tokens {
        let TokenTree::Group(group) = tree else {
            trees.push(tree);
            continue;
        };
        let content: Vec<TokenTree> = group.stream().into_iter().take(2).collect();
        let is_doc = matches!(&*content, [name, sign] if is_ident(name, "doc") && is_punct(sign, '='));
        // `//!` has a `!` behind the `#`.
        let length = if trees.last().is_some_and(|sign| is_punct(sign, '!')) { 2 } else { 1 };
        let index = trees.len().checked_sub(length).filter(|_| is_doc);
        if let Some(index) = index.filter(|index| trees.get(*index).is_some_and(|sign| is_punct(sign, '#'))) {
            trees.truncate(index);
            errors.push(group.span(), "a doc comment is for items; write `//`");
        } else {
            trees.push(with_stream(&group, without_doc_comments(group.stream(), errors)).into());
        }
    }
    trees.into_iter().collect()
}

/// Splits arguments, or the elements of a list, at their commas. A missing comma is reported, if `key =` follows.
pub(crate) fn entries(tokens: TokenStream, errors: &mut Errors) -> Vec<TokenStream> {
    let (mut entries, mut entry) = (Vec::new(), Vec::new());
    let mut rest = tokens.into_iter().peekable();
    while let Some(tree) = rest.next() {
        let is_key = matches!(tree, TokenTree::Ident(_)) && rest.peek().is_some_and(is_equals_sign);
        let is_second_word = matches!(&*entry, [first] if is_meant(&format!("{first} {tree}")));
        let (is_comma, is_semicolon) = (is_punct(&tree, ','), is_punct(&tree, ';'));
        if is_comma && entry.is_empty() {
            errors.push(tree.span(), "there is nothing before this comma; remove it");
            continue;
        }
        let lacks_comma = is_semicolon || (is_key && is_begun(&entry) && !is_second_word);
        if lacks_comma {
            errors.push(tree.span(), MISSING_COMMA);
        }
        if lacks_comma || is_comma {
            entries.push(take(&mut entry));
        }
        if !is_comma && !is_semicolon {
            entry.push(tree);
        }
    }
    entries.push(entry);
    entries.into_iter().filter(|entry| !entry.is_empty()).map(TokenStream::from_iter).collect()
}

const MISSING_COMMA: &str = "missing `,`; add it";

fn is_equals_sign(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '=' && punct.spacing() == Spacing::Alone)
}

/// Reports whether an entry has more than attributes, and does not go on after a sign, as `max-age` does.
fn is_begun(entry: &[TokenTree]) -> bool {
    match entry {
        [] | [.., TokenTree::Punct(_)] => false,
        [.., sign, _] => !is_punct(sign, '#'),
        [_] => true,
    }
}

/// Reads an expression. Tokens that are none are [`Expr::Verbatim`], and are reported where a value is.
pub(super) fn expression(tokens: TokenStream, errors: &mut Errors) -> Expr {
    let first = |input: ParseStream<'_>| Ok((input.parse()?, input.parse::<TokenStream>()?));
    match first.parse2(tokens.clone()) {
        // `localhost:3000` is one word without quotes.
        Ok((value, rest)) if !rest.clone().into_iter().next().is_some_and(|sign| is_punct(&sign, ':')) => {
            if !rest.is_empty() {
                errors.push_at(&rest, MISSING_COMMA);
            }
            value
        }
        _ => list_of_tokens(&tokens, errors).unwrap_or(Expr::Verbatim(tokens)),
    }
}

/// Reads a list with elements that are no expressions.
fn list_of_tokens(tokens: &TokenStream, errors: &mut Errors) -> Option<Expr> {
    let parsed = |input: ParseStream<'_>| {
        let elements;
        Ok((bracketed!(elements in input), elements.parse()?))
    };
    let (bracket_token, elements) = parsed.parse2(tokens.clone()).ok()?;
    let elems = entries(elements, errors).into_iter().map(|element| expression(element, errors)).collect();
    Some(Expr::Array(ExprArray { attrs: Vec::new(), bracket_token, elems }))
}

//! The rewriting of a module, whose keys go to every route in a brace of items or statements.

use std::collections::VecDeque;

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::errors::Errors;
use crate::item::route_syntax::RouteSyntax;
use crate::module::attribute::{MetaItem, RawAttribute, routes};
use crate::module::item::{ItemKind, beginning, ends_an_item, is_of_items, item_kind};
use crate::module::{attribute, functions};
use crate::token_trees::{is_ident, is_punct, with_stream};

/// The rewriter of the body of a module. It puts `#[cors]` with the keys of the enclosing modules on items, and changes no other
/// tokens.
pub(crate) struct ModuleRewriter<'a> {
    pub(super) syntax: &'a RouteSyntax,
    pub(super) crate_path: &'a TokenStream,
    pub(super) module: &'a Ident,
    /// The arguments of `__inherit`.
    pub(super) inherited: TokenStream,
    pub(super) errors: &'a mut Errors,
}

impl ModuleRewriter<'_> {
    /// Rewrites items and statements. Only their beginnings are read, so that half-typed ones are errors of the compiler alone.
    pub(super) fn block(&mut self, tokens: TokenStream) -> TokenStream {
        let mut trees = tokens.into_iter().collect();
        let mut rewritten = TokenStream::new();
        while !VecDeque::is_empty(&trees) {
            self.item(&mut trees, &mut rewritten);
        }
        rewritten
    }

    /// Rewrites an item or a statement, or the rest of one after a brace.
    fn item(&mut self, trees: &mut VecDeque<TokenTree>, rewritten: &mut TokenStream) {
        let mut attributes = take_attributes(trees);
        let kind = item_kind(trees);
        match kind {
            Some(ItemKind::Function(name)) => self.annotate_function(&mut attributes, name),
            Some(ItemKind::Module(name)) => self.annotate_module(&mut attributes, name),
            _ => self.check_include(trees),
        }
        rewritten.extend(attributes.iter().map(RawAttribute::to_token_stream));
        let mut is_first = attributes.is_empty();
        while let Some(tree) = trees.pop_front() {
            let is_last = match (kind, tree) {
                // The `#[cors]` of a module rewrites its body.
                (Some(ItemKind::Module(_)), tree) => {
                    rewritten.extend([tree.clone()]);
                    ends_an_item(&tree)
                }
                (_, TokenTree::Group(items)) if is_first && is_of_items(&items) => {
                    let tokens = self.block(items.stream());
                    rewritten.extend([TokenTree::from(with_stream(&items, tokens))]);
                    true
                }
                (_, tree) => self.tree(tree, trees, rewritten),
            };
            if is_last {
                break;
            }
            is_first = false;
        }
    }

    /// Rewrites the tokens of an expression, a type or a pattern.
    fn expression(&mut self, tokens: TokenStream) -> TokenStream {
        let mut trees: VecDeque<TokenTree> = tokens.into_iter().collect();
        let mut rewritten = TokenStream::new();
        while let Some(tree) = trees.pop_front() {
            self.tree(tree, &mut trees, &mut rewritten);
        }
        rewritten
    }

    /// Rewrites a tree, or all trees of an attribute or a macro. Returns `true` if an item ends with them.
    fn tree(&mut self, tree: TokenTree, next: &mut VecDeque<TokenTree>, rewritten: &mut TokenStream) -> bool {
        if let Some(length) = macro_length(&tree, next) {
            let tokens: TokenStream = [tree].into_iter().chain(next.drain(..length)).collect();
            functions::check_macro(self.syntax, self.module, tokens.clone(), self.errors);
            let is_last = tokens.clone().into_iter().last().is_some_and(|tree| ends_an_item(&tree));
            rewritten.extend(tokens);
            return is_last;
        }
        let is_last = ends_an_item(&tree);
        let content = next.front().filter(|_| is_punct(&tree, '#'));
        if matches!(content, Some(TokenTree::Group(content)) if content.delimiter() == Delimiter::Bracket) {
            // The brackets of an attribute hold no expression.
            rewritten.extend([tree].into_iter().chain(next.pop_front()));
            return false;
        }
        let tree = match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                with_stream(&group, self.block(group.stream())).into()
            }
            TokenTree::Group(group) => with_stream(&group, self.expression(group.stream())).into(),
            leaf => leaf,
        };
        rewritten.extend([tree]);
        is_last
    }

    fn annotate_function(&self, attributes: &mut Vec<RawAttribute>, name: Span) {
        let written_cors = self.extend_cors(attributes);
        let mut routes = routes(self.syntax, attributes);
        routes.retain(|(_, route)| !written_cors.iter().any(|cors| cors.covers(route)));
        let Some((at, first)) = routes.first().and_then(|(at, _)| Some((*at, attributes.get(*at)?))) else {
            return;
        };
        // Rocket's variables take their hygiene from this attribute, and it has to be that of the route attribute.
        let span = first.span().located_at(name);
        let condition = any_condition(routes.iter().map(|(_, route)| route.condition()));
        attributes.insert(at, self.attribute(span, condition, &written_cors));
    }

    fn annotate_module(&self, attributes: &mut Vec<RawAttribute>, name: Span) {
        let written_cors = self.extend_cors(attributes);
        if written_cors.iter().all(|cors| cors.condition().is_some()) {
            attributes.push(self.attribute(Span::call_site().located_at(name), None, &written_cors));
        }
    }

    /// Extends every `#[cors]` of an item, and returns what they were.
    fn extend_cors(&self, attributes: &mut [RawAttribute]) -> Vec<MetaItem> {
        let written_cors = attributes.iter().flat_map(RawAttribute::cors).cloned().collect();
        for attribute in attributes {
            attribute.extend_cors(&self.inherited);
        }
        written_cors
    }

    /// Returns the attribute for an item, which applies where none of the item's `written_cors` does. Its mistakes are reported at
    /// `span`.
    fn attribute(
        &self,
        span: Span,
        condition: Option<TokenStream>,
        written_cors: &[MetaItem],
    ) -> RawAttribute {
        let Self { crate_path, inherited, .. } = self;
        let others = any_condition(written_cors.iter().map(MetaItem::condition))
            .filter(|_| !written_cors.is_empty())
            .map(|theirs| quote!(not(#theirs)));
        let condition = match (condition, others) {
            (Some(condition), Some(others)) => Some(quote!(all(#condition, #others))),
            (condition, others) => condition.or(others),
        };
        // Below a `cfg_attr` mistakes are reported at these tokens.
        let here = Span::call_site().located_at(span);
        let path = TokenStream::clone(crate_path).into_iter().map(|mut tree| {
            tree.set_span(tree.span().located_at(span));
            tree
        });
        let cors = quote_spanned!(here=> #(#path)*::cors(__inherit(#inherited)));
        let content = match condition {
            Some(condition) => quote!(cfg_attr(#condition, #cors)),
            None => cors,
        };
        RawAttribute { tokens: quote_spanned!(span=> #[#content]), metas: Vec::new() }
    }

    /// Reports an `include!` whose file can have items or statements.
    fn check_include(&mut self, trees: &VecDeque<TokenTree>) {
        let trees = beginning(trees);
        let (path, rest) = trees.split_at(path_length(&trees));
        let [bang, TokenTree::Group(file), behind @ ..] = rest else { return };
        let next_is = |sign| behind.first().is_some_and(|next| is_punct(next, sign));
        let is_value = match file.delimiter() {
            Delimiter::Brace => next_is('.') || next_is('?'),
            // At the end of a block the file is an expression, and its blocks can have routes.
            _ => !behind.is_empty() && !next_is(';'),
        };
        let is_named = path.last().is_some_and(|last| is_ident(last, "include"));
        let is_include = is_named && is_punct(bang, '!');
        if !is_include || is_value {
            return;
        }
        let message = format!(
            "`#[cors]` on `mod {}` does not see the file of an `include!`, whose routes would not inherit it; \
             write them here, or in another module with `#[cors]` on each",
            self.module
        );
        self.errors.push_at(&quote!(#(#path)* #bang #file), message);
    }
}

/// Returns the condition that holds where one of these does. `None` is a condition that always holds.
fn any_condition(conditions: impl Iterator<Item = Option<TokenStream>>) -> Option<TokenStream> {
    let conditions: Vec<TokenStream> = conditions.collect::<Option<_>>()?;
    match conditions.as_slice() {
        [condition] => Some(condition.clone()),
        conditions => Some(quote!(any(#(#conditions),*))),
    }
}

/// Takes the attributes with which `trees` begin. An item in a variable of a macro is taken out of the variable, so that it has
/// the attributes before the variable as well.
fn take_attributes(trees: &mut VecDeque<TokenTree>) -> Vec<RawAttribute> {
    let mut attributes = Vec::new();
    loop {
        if let Some(attribute) = attribute::take(trees) {
            attributes.push(attribute);
            continue;
        }
        match trees.front() {
            Some(TokenTree::Group(group))
                if group.delimiter() == Delimiter::None && has_item(group.stream()) =>
            {
                let content = group.stream();
                trees.pop_front();
                for tree in content.into_iter().collect::<Vec<_>>().into_iter().rev() {
                    trees.push_front(tree);
                }
            }
            _ => return attributes,
        }
    }
}

/// Reports whether tokens begin with an item that can have `#[cors]`, or are attributes alone.
fn has_item(tokens: TokenStream) -> bool {
    let mut trees = tokens.into_iter().collect();
    let has_attributes = !take_attributes(&mut trees).is_empty();
    let has_item = matches!(item_kind(&trees), Some(ItemKind::Function(_) | ItemKind::Module(_)));
    has_item || (has_attributes && trees.is_empty())
}

/// Returns the number of trees after `tree` that belong to the same macro, if `tree` is the name of one.
fn macro_length(tree: &TokenTree, next: &VecDeque<TokenTree>) -> Option<usize> {
    let is_group = |at: usize| matches!(next.get(at), Some(TokenTree::Group(_)));
    // `macro name(…) { … }` is only on nightly compilers.
    if is_ident(tree, "macro") && matches!(next.front(), Some(TokenTree::Ident(_))) {
        return is_group(1).then(|| if is_group(2) { 3 } else { 2 });
    }
    if !next.front().is_some_and(|bang| is_punct(bang, '!')) {
        return None;
    }
    let is_name = match tree {
        // A keyword is no name, as in `return !{ … }`.
        TokenTree::Ident(name) => syn::parse2::<Ident>(name.to_token_stream()).is_ok(),
        TokenTree::Group(path) => path.delimiter() == Delimiter::None,
        _ => false,
    };
    if !is_name {
        return None;
    }
    if is_ident(tree, "macro_rules") && is_group(2) {
        return Some(3);
    }
    is_group(1).then_some(2)
}

/// Returns the number of trees of the path with which `trees` begin.
fn path_length(trees: &[TokenTree]) -> usize {
    let is_separator =
        |at: usize| trees.get(at..at + 2).is_some_and(|two| two.iter().all(|sign| is_punct(sign, ':')));
    let mut length = if is_separator(0) { 2 } else { 0 };
    while matches!(trees.get(length), Some(TokenTree::Ident(_))) {
        length += 1;
        if !is_separator(length) {
            break;
        }
        length += 2;
    }
    length
}

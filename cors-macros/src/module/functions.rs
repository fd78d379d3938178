//! Functions anywhere in the tokens of a macro or a module, whatever the compiler makes of these tokens.

use std::collections::{BTreeMap, VecDeque};

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt as _;

use crate::errors::Errors;
use crate::item::route_syntax::RouteSyntax;
use crate::module::attribute;
use crate::module::attribute::{MetaItem, RawAttribute, VARIABLE, routes};
use crate::module::item::{ItemKind, ends_an_item, is_repetition, item_kind};
use crate::token_trees::{is_ident, is_punct, visible};

/// Reports the route attributes in the tokens of a macro, whose routes do not inherit from the module.
pub(crate) fn check_macro(syntax: &RouteSyntax, module: &Ident, tokens: TokenStream, errors: &mut Errors) {
    visit(tokens, &mut |attributes, kind| {
        if matches!(kind, ItemKind::Module(_)) {
            // A module with `#[cors]` checks its own macros.
            return has_cors(attributes);
        }
        if let Some((attribute, is_route)) = unreached(syntax, attributes, kind) {
            errors.push_at(attribute, unreached_message(module, is_route));
        }
        false
    });
}

fn unreached_message(module: &Ident, is_route: bool) -> String {
    let (subject, otherwise) = match is_route {
        true => ("a route", ""),
        false => (
            "this attribute may make a route, which",
            "; if it makes none, put the macro above or below the module",
        ),
    };
    format!(
        "{subject} in the tokens of a macro does not inherit `#[cors]` of `mod {module}`; \
         write `#[cors(policy = …)]` above it, with a path from `crate::`{otherwise}"
    )
}

/// Returns the first route attribute without `#[cors]` above. The flag is `false` for an attribute such as `#[$attribute]`, which
/// may be one.
fn unreached<'a>(
    syntax: &RouteSyntax,
    attributes: &'a [RawAttribute],
    kind: ItemKind,
) -> Option<(&'a RawAttribute, bool)> {
    let routes = routes(syntax, attributes);
    if routes.is_empty() && matches!(kind, ItemKind::Function(_) | ItemKind::Variable) {
        // An attribute in a variable is reported only if it is above a function, or has arguments. Above a variable alone it repeats
        // attributes of the call, which are checked at the call.
        let is_seen_here = matches!(kind, ItemKind::Function(_));
        let is_route = |meta: &MetaItem| meta.name == VARIABLE && (is_seen_here || meta.has_arguments());
        let is_variable = |attribute: &&RawAttribute| attribute.metas.iter().any(is_route);
        let variable = attributes.iter().find(is_variable).filter(|_| !has_cors(attributes));
        return variable.map(|attribute| (attribute, false));
    }
    let is_covered = |route: &MetaItem| {
        let mut above = attributes
            .iter()
            .flat_map(|attribute| &attribute.metas)
            .take_while(|meta| !std::ptr::eq(*meta, route));
        above.any(|meta| meta.name == "cors" && meta.covers(route))
    };
    let (at, _) = routes.into_iter().find(|(_, route)| !is_covered(route))?;
    Some((attributes.get(at)?, true))
}

/// Reports whether an item has an unconditional `#[cors]`.
fn has_cors(attributes: &[RawAttribute]) -> bool {
    attributes.iter().flat_map(RawAttribute::cors).any(|cors| cors.condition().is_none())
}

/// Reports route attributes and `include!` under another name, which a `use` anywhere in the module gives them.
pub(crate) fn check_renamed(syntax: &RouteSyntax, module: &Ident, body: &TokenStream, errors: &mut Errors) {
    let (trees, mut renamed) = (visible(body.clone()), Vec::new());
    collect_renamed(&trees, false, &mut renamed);
    if renamed.is_empty() {
        return;
    }
    check_renamed_includes(&aliases(&renamed, |name| name == "include"), module, &trees, errors);
    let aliases = aliases(&renamed, |name| syntax.is_route(name));
    visit(body.clone(), &mut |attributes, _| {
        let original_names =
            attributes.iter().map(|attribute| attribute.with_names(&aliases)).collect::<Vec<_>>();
        let renamed = routes(syntax, &original_names).into_iter().find_map(|(at, route)| {
            let attribute = attributes.get(at)?;
            let is_renamed = attribute.metas.iter().all(|meta| meta.name != route.name);
            is_renamed.then_some((attribute, &route.name))
        });
        if let Some((attribute, name)) = renamed.filter(|_| !has_cors(attributes)) {
            let crate_name = syntax.crate_name;
            let arguments = if syntax.is_joining(name) { "" } else { "(…)" };
            let message = format!(
                "`#[cors]` on `mod {module}` recognises route attributes by their names, and this is `{name}` under another name; \
                 write `#[{crate_name}::{name}{arguments}]`"
            );
            errors.push_at(attribute, message);
        }
        false
    });
}

/// Reports each `include!` under another name. One whose file is a value has no routes, and is right under its own name.
fn check_renamed_includes(
    aliases: &BTreeMap<String, String>,
    module: &Ident,
    trees: &[TokenTree],
    errors: &mut Errors,
) {
    let is_renamed = |name: &Ident| *name != "include" && aliases.contains_key(&name.unraw().to_string());
    for window in trees.windows(3) {
        if let [TokenTree::Ident(name), bang, TokenTree::Group(file)] = window
            && is_punct(bang, '!')
            && is_renamed(name)
        {
            let message = format!(
                "`#[cors]` on `mod {module}` recognises `include!` by its name, and a `use` names it `{name}`; write `include!(…)`"
            );
            errors.push_at(&quote!(#name #bang #file), message);
        }
    }
    for tree in trees {
        if let TokenTree::Group(group) = tree {
            check_renamed_includes(aliases, module, &visible(group.stream()), errors);
        }
    }
}

/// Returns the original names by their aliases: `fetch` → `get` for `get as fetch`, if `is_wanted` accepts `get`.
fn aliases(renamed: &[(String, String)], is_wanted: impl Fn(&str) -> bool) -> BTreeMap<String, String> {
    let mut aliases: BTreeMap<String, String> = BTreeMap::new();
    loop {
        let count = aliases.len();
        for (name, alias) in renamed {
            let original = if is_wanted(name) { Some(name) } else { aliases.get(name) };
            if let Some(original) = original.cloned() {
                aliases.insert(alias.clone(), original);
            }
        }
        if aliases.len() == count {
            return aliases;
        }
    }
}

/// Adds each `name as alias` of a `use`, at any depth. Elsewhere `as` is before a type.
fn collect_renamed(trees: &[TokenTree], mut is_in_use: bool, renamed: &mut Vec<(String, String)>) {
    for (index, tree) in trees.iter().enumerate() {
        is_in_use = is_ident(tree, "use") || (is_in_use && !is_punct(tree, ';'));
        if let TokenTree::Group(group) = tree {
            collect_renamed(&visible(group.stream()), is_in_use, renamed);
        }
        if is_in_use
            && let Some([TokenTree::Ident(name), keyword, TokenTree::Ident(alias)]) =
                trees.get(index..index + 3)
            && is_ident(keyword, "as")
        {
            renamed.push((name.unraw().to_string(), alias.unraw().to_string()));
        }
    }
}

/// A function of the attributes and the kind of an item, which returns `true` to skip the body of the item.
type Visitor<'a> = &'a mut dyn FnMut(&[RawAttribute], ItemKind) -> bool;

/// Calls `visitor` with each item with attributes that is or may be a function or a module. All groups are visited except the
/// matchers of `macro_rules!`.
fn visit(tokens: TokenStream, visitor: Visitor<'_>) {
    let mut trees = VecDeque::from(visible(tokens));
    while !trees.is_empty() {
        let attributes = take_macro_attributes(&mut trees);
        let kind = item_kind(&trees).filter(|_| !attributes.is_empty());
        if kind.is_some_and(|kind| visitor(&attributes, kind)) {
            let body = trees.iter().position(ends_an_item);
            trees.drain(..body.map_or(trees.len(), |body| body + 1));
            continue;
        }
        match trees.pop_front() {
            Some(TokenTree::Group(group)) => visit(group.stream(), visitor),
            Some(tree) if is_definition(&tree, trees.front()) => visit_definition(&mut trees, visitor),
            _ => {}
        }
    }
}

/// Takes the attributes with which `trees` begin, including `$(#[$attribute])*`.
fn take_macro_attributes(trees: &mut VecDeque<TokenTree>) -> Vec<RawAttribute> {
    let mut attributes = Vec::new();
    loop {
        if let Some(attribute) = attribute::take(trees) {
            attributes.push(attribute);
        } else if let Some(repeated) = repeated_attributes(trees) {
            attributes.extend(repeated);
        } else {
            return attributes;
        }
    }
}

fn repeated_attributes(trees: &mut VecDeque<TokenTree>) -> Option<Vec<RawAttribute>> {
    let content = trees.get(1).filter(|_| trees.front().is_some_and(|tree| is_punct(tree, '$')));
    let mut content = match content? {
        TokenTree::Group(content) => VecDeque::from(visible(content.stream())),
        _ => return None,
    };
    let attributes = take_macro_attributes(&mut content);
    if attributes.is_empty() || !content.is_empty() {
        return None;
    }
    trees.drain(..2);
    while trees.front().is_some_and(is_repetition) {
        trees.pop_front();
    }
    Some(attributes)
}

fn is_definition(tree: &TokenTree, next: Option<&TokenTree>) -> bool {
    is_ident(tree, "macro_rules") && next.is_some_and(|next| is_punct(next, '!'))
}

/// Visits the right sides of the rules of `macro_rules!`.
fn visit_definition(trees: &mut VecDeque<TokenTree>, visitor: Visitor<'_>) {
    // Before the rules there are `!` and the name, which may be a variable.
    let index = trees.iter().take(4).position(|tree| matches!(tree, TokenTree::Group(_)));
    let rules = match index.and_then(|index| trees.drain(..=index).next_back()) {
        Some(TokenTree::Group(rules)) => visible(rules.stream()),
        _ => Vec::new(),
    };
    for (at, tree) in rules.iter().enumerate() {
        let is_matcher = rules.get(at + 1).is_some_and(|next| is_punct(next, '='));
        if let TokenTree::Group(side) = tree
            && !is_matcher
        {
            visit(side.stream(), visitor);
        }
    }
}

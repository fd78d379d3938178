//! Attributes as tokens. In a macro an attribute can have variables, as in `#[$method($path)]`.

use std::collections::{BTreeMap, VecDeque};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;

use crate::item::route_syntax::{ANY_METHOD, RouteSyntax};
use crate::token_trees::{is_of_path, is_punct, visible, with_stream};

/// An attribute as it is written: `#[…]`, `#![…]`, or `#$attribute` in a macro.
pub(crate) struct RawAttribute {
    pub(super) tokens: TokenStream,
    /// The meta item, or all of a `#[cfg_attr(…)]`. Empty for inner attributes, and for those of the expansion, whose meta items nothing reads.
    pub(super) metas: Vec<MetaItem>,
}

/// The content of an attribute: `get("/")` of `#[get("/")]` and of `#[cfg_attr(test, get("/"))]`.
#[derive(Clone)]
pub(crate) struct MetaItem {
    /// The condition of each `cfg_attr` around the meta item.
    pub(super) conditions: Vec<TokenStream>,
    /// The last segment of the path, or [`VARIABLE`].
    pub(super) name: String,
    arguments: Vec<TokenTree>,
}

/// The name of attributes such as `#[$method]` and `#$attribute`, whose name is in the call of a macro.
pub(crate) const VARIABLE: &str = "$";

/// Takes the attribute with which `trees` begin.
pub(crate) fn take(trees: &mut VecDeque<TokenTree>) -> Option<RawAttribute> {
    let is_attribute = trees.front().is_some_and(|tree| is_punct(tree, '#'));
    let mut metas = Vec::new();
    let length = match (trees.get(1).filter(|_| is_attribute)?, trees.get(2)) {
        (TokenTree::Group(content), _) if content.delimiter() == Delimiter::Bracket => {
            collect(&visible(content.stream()), &[], &mut metas);
            2
        }
        // `#![…]`.
        (sign, Some(TokenTree::Group(content)))
            if is_punct(sign, '!') && content.delimiter() == Delimiter::Bracket =>
        {
            3
        }
        // `#$attribute`, whose brackets are in the call of a macro.
        (dollar, Some(TokenTree::Ident(_))) if is_punct(dollar, '$') => {
            metas.push(MetaItem { conditions: Vec::new(), name: VARIABLE.to_owned(), arguments: Vec::new() });
            3
        }
        _ => return None,
    };
    Some(RawAttribute { tokens: trees.drain(..length).collect(), metas })
}

/// Adds the meta items of `content`, which apply under all of `conditions`.
fn collect(content: &[TokenTree], conditions: &[TokenStream], metas: &mut Vec<MetaItem>) {
    let path = content.split(|tree| !is_of_path(tree)).next().unwrap_or_default();
    let name = name(path);
    let arguments = match content.get(path.len()) {
        Some(TokenTree::Group(arguments)) => visible(arguments.stream()),
        _ => Vec::new(),
    };
    if name != "cfg_attr" {
        metas.push(MetaItem { conditions: conditions.to_vec(), name, arguments });
        return;
    }
    let mut parts = arguments.split(|tree| is_punct(tree, ','));
    let condition = parts.next().unwrap_or_default().iter().cloned().collect();
    let conditions = [conditions, &[condition]].concat();
    for part in parts.filter(|part| !part.is_empty()) {
        collect(part, &conditions, metas);
    }
}

/// Returns the last segment of a path.
fn name(path: &[TokenTree]) -> String {
    match path {
        [.., TokenTree::Punct(dollar), TokenTree::Ident(name)]
            if dollar.as_char() == '$' && name != "crate" =>
        {
            VARIABLE.to_owned()
        }
        [.., TokenTree::Ident(name)] => name.unraw().to_string(),
        // `$` before a repetition, or at the end of something that is no path.
        [.., TokenTree::Punct(dollar)] if dollar.as_char() == '$' => VARIABLE.to_owned(),
        _ => String::new(),
    }
}

impl MetaItem {
    /// Reports whether the meta item is a route attribute.
    pub(super) fn is_route(&self, syntax: &RouteSyntax) -> bool {
        syntax.is_route(&self.name) && syntax.begins_as_route(&self.name, &self.arguments)
    }

    /// Reports whether there are arguments, among which the path of a route would be.
    pub(crate) fn has_arguments(&self) -> bool {
        !self.arguments.is_empty()
    }

    /// Reports whether the meta item is a route attribute if it is beside one, whatever its arguments are.
    fn is_beside_routes(&self, syntax: &RouteSyntax) -> bool {
        let is_named = self.name == ANY_METHOD || syntax.is_joining(&self.name);
        is_named && self.conditions.is_empty()
    }

    /// Returns the condition under which the attribute applies, or `None` if it always does.
    pub(super) fn condition(&self) -> Option<TokenStream> {
        match self.conditions.as_slice() {
            [] => None,
            [condition] => Some(condition.clone()),
            conditions => Some(quote!(all(#(#conditions),*))),
        }
    }

    /// Reports whether the meta item applies wherever `other` does. Conditions are compared as texts only.
    pub(super) fn covers(&self, other: &Self) -> bool {
        let text = |meta: &Self| meta.condition().map(|condition| condition.to_string());
        self.conditions.is_empty() || text(self) == text(other)
    }
}

/// Returns the route attributes of a function, each with the index of its attribute.
pub(crate) fn routes<'a>(syntax: &RouteSyntax, attributes: &'a [RawAttribute]) -> Vec<(usize, &'a MetaItem)> {
    let metas = || {
        attributes
            .iter()
            .enumerate()
            .flat_map(|(at, attribute)| attribute.metas.iter().map(move |meta| (at, meta)))
    };
    if !metas().any(|(_, meta)| meta.is_route(syntax)) {
        return Vec::new();
    }
    metas().filter(|(_, meta)| meta.is_route(syntax) || meta.is_beside_routes(syntax)).collect()
}

impl RawAttribute {
    /// Returns each `cors` among the meta items.
    pub(super) fn cors(&self) -> impl Iterator<Item = &MetaItem> {
        self.metas.iter().filter(|meta| meta.name == "cors")
    }

    /// Returns the attribute with the original names in place of aliases.
    pub(super) fn with_names(&self, aliases: &BTreeMap<String, String>) -> Self {
        let rename = |meta: &MetaItem| {
            let name = aliases.get(&meta.name).unwrap_or(&meta.name).clone();
            MetaItem { name, ..meta.clone() }
        };
        Self { tokens: self.tokens.clone(), metas: self.metas.iter().map(rename).collect() }
    }

    /// Puts `inherited` in front of the arguments of each `cors`.
    pub(super) fn extend_cors(&mut self, inherited: &TokenStream) {
        if self.cors().next().is_none() {
            return;
        }
        let extend = |tree: TokenTree| match tree {
            TokenTree::Group(content) => {
                with_stream(&content, extended(&visible(content.stream()), inherited)).into()
            }
            sign => sign,
        };
        self.tokens = std::mem::take(&mut self.tokens).into_iter().map(extend).collect();
    }
}

fn extended(content: &[TokenTree], inherited: &TokenStream) -> TokenStream {
    let path = content.split(|tree| !is_of_path(tree)).next().unwrap_or_default();
    let arguments = content.get(path.len());
    let tokens = match (name(path).as_str(), arguments) {
        ("cors", None) => quote!((__inherit(#inherited))).into_iter().next(),
        ("cors", Some(TokenTree::Group(own))) => {
            let tokens = own.stream();
            Some(with_stream(own, quote!(__inherit(#inherited), #tokens)).into())
        }
        ("cfg_attr", Some(TokenTree::Group(own))) => {
            let content = visible(own.stream());
            let mut parts = content.split_inclusive(|tree| is_punct(tree, ','));
            let condition = parts.next().unwrap_or_default().iter().cloned().collect::<TokenStream>();
            let rest = parts.flat_map(|part| match part {
                [meta @ .., comma] if is_punct(comma, ',') => {
                    let meta = extended(meta, inherited);
                    quote!(#meta #comma)
                }
                meta => extended(meta, inherited),
            });
            Some(with_stream(own, condition.into_iter().chain(rest).collect()).into())
        }
        _ => return content.iter().cloned().collect(),
    };
    let rest = content.iter().skip(path.len() + 1).cloned();
    path.iter().cloned().chain(tokens).chain(rest).collect()
}

impl ToTokens for RawAttribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.tokens.clone());
    }
}

//! The tokens of the user that the output has to contain.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::Attribute;

use crate::Framework;
use crate::item::handler::Handler;
use crate::item::route_syntax::is_named;
use crate::module::Module;

/// Returns the leaves of `tokens`, without the invisible groups around variables of a `macro_rules!`.
pub fn flat(tokens: TokenStream) -> Vec<String> {
    let mut leaves = Vec::new();
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                leaves.push(open.to_owned());
                leaves.extend(flat(group.stream()));
                leaves.push(close.to_owned());
            }
            leaf => leaves.push(leaf.to_string()),
        }
    }
    leaves.retain(|leaf| !leaf.is_empty());
    leaves
}

/// Expands `#[cors(args)]` on `item`, and returns a description of the user's tokens that the output lacks.
///
/// An item that is no function is echoed first and whole, except for a second `#[cors]`.
pub fn lost(framework: Framework, args: &TokenStream, item: &TokenStream) -> Option<String> {
    let output = framework.expand(args.clone(), item.clone());
    if let Ok(mut module) = syn::parse2::<Module>(item.clone()) {
        module.attrs.retain(no_cors);
        let kept = flat(ungiven(output.clone())).starts_with(&flat(ungiven(module.into_token_stream())));
        return missing(kept, item, &flat(output));
    }
    let output = flat(output);
    let kept = match syn::parse2::<Handler>(item.clone()) {
        Ok(handler) => is_kept(framework, handler, &output),
        Err(_) => output.starts_with(&flat(item.clone())),
    };
    missing(kept, item, &output)
}

/// Reports whether `output` has the function: first and whole, except for a second `#[cors]`, or as the framework needs it.
fn is_kept(framework: Framework, mut handler: Handler, output: &[String]) -> bool {
    let routes = framework.of_macros().routes(&handler);
    let has = |tokens: TokenStream| {
        let leaves = flat(tokens);
        output.windows(leaves.len()).any(|window| *window == leaves)
    };
    let is_first = |handler: &Handler| output.starts_with(&flat(handler.to_token_stream()));
    let without_routes = handler.attrs.iter().enumerate();
    let without_routes = without_routes.filter(|(index, _)| routes.iter().all(|route| route.index != *index));
    let without_routes = without_routes.map(|(_, attribute)| attribute.clone()).filter(no_cors).collect();
    handler.attrs.retain(no_cors);
    match framework {
        // The signature and the body are inside a service.
        Framework::Actix if !routes.is_empty() => {
            let Handler { sig, body, .. } = handler;
            has(quote!(#sig #body))
        }
        // A constant has the visibility and `#[deprecated]`, and the function is below it.
        Framework::Axum if !is_first(&handler) => {
            let Handler { attrs, vis, sig, body } = handler;
            let (deprecated, attrs): (Vec<_>, Vec<_>) =
                attrs.into_iter().partition(|attribute| attribute.path().is_ident("deprecated"));
            let name = &sig.ident;
            deprecated.into_iter().all(|attribute| has(attribute.into_token_stream()))
                && has(quote!(#vis const #name))
                && has(quote!(#(#attrs)* #sig #body))
        }
        // On Rocket the route attributes move to another function.
        Framework::Actix | Framework::Rocket | Framework::Axum | Framework::Plain => {
            is_first(&handler) || is_first(&Handler { attrs: without_routes, ..handler })
        }
    }
}

fn no_cors(attribute: &Attribute) -> bool {
    !is_named(attribute, "cors")
}

/// Returns the tokens of a module without the attributes that it adds to its items, and without `#[cors]`s that only
/// inherit.
fn ungiven(tokens: TokenStream) -> TokenStream {
    let mut trees: Vec<TokenTree> = Vec::new();
    for tree in tokens {
        let TokenTree::Group(group) = tree else {
            trees.push(tree);
            continue;
        };
        let inner = ungiven(group.stream());
        let leaves = flat(inner.clone());
        let follows = |text: &str| trees.last().is_some_and(|last| last.to_string() == text);
        let text = leaves.join(" ");
        let ends_in = |end: &str| text == end || text.ends_with(&format!(" {end}"));
        // Without what they inherit, their parentheses are empty.
        let is_bare = ends_in("cors") || ends_in("cors ( )");
        let is_conditional = leaves.first().is_some_and(|name| name == "cfg_attr")
            && (ends_in("cors )") || ends_in("cors ( ) )"));
        if follows("#") && (is_bare || is_conditional) {
            trees.pop();
        } else {
            trees.push(Group::new(group.delimiter(), inner).into());
        }
    }
    // With the parentheses and the comma.
    let is_given = match trees.as_slice() {
        [TokenTree::Ident(word), TokenTree::Group(group), rest @ ..] => {
            word == "__inherit"
                && group.delimiter() == Delimiter::Parenthesis
                && rest.first().is_none_or(|comma| comma.to_string() == ",")
        }
        _ => false,
    };
    trees.into_iter().skip(if is_given { 3 } else { 0 }).collect()
}

fn missing(kept: bool, item: &TokenStream, output: &[String]) -> Option<String> {
    (!kept).then(|| format!("`{item}` is not in `{}`", output.join(" ")))
}

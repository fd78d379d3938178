//! What of the user's has to be in the output.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Attribute;

use crate::Framework;
use crate::item::handler::Handler;
use crate::item::route_syntax::last_segment;
use crate::module::Module;

/// Returns the leaves of `tokens`. The invisible groups around what a `macro_rules!` variable held do not count.
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

/// Expands `#[cors(args)]` on `item`, and says what of the user's is missing in the output.
///
/// What is no route function is echoed first and whole, but for a second `#[cors]`. Of one that is, Rocket's expansion
/// begins with all but the route attributes; actix-web's has the signature and the body inside of a service.
pub fn lost(framework: Framework, args: &TokenStream, item: &TokenStream) -> Option<String> {
    let output = framework.expand(args.clone(), item.clone());
    if let Ok(mut module) = syn::parse2::<Module>(item.clone()) {
        module.attrs.retain(no_cors);
        let kept = flat(ungiven(output.clone())).starts_with(&flat(ungiven(module.into_token_stream())));
        return missing(kept, item, &flat(output));
    }
    let output = flat(output);
    let Ok(mut handler) = syn::parse2::<Handler>(item.clone()) else {
        return missing(output.starts_with(&flat(item.clone())), item, &output);
    };
    let routes: Vec<usize> =
        handler.routes(&framework.of_macros().syntax).iter().map(|route| route.index).collect();
    if framework == Framework::Actix && !routes.is_empty() {
        let Handler { sig, body, .. } = handler;
        let function = flat(quote::quote!(#sig #body));
        return missing(output.windows(function.len()).any(|window| *window == function), item, &output);
    }
    let others = handler.attrs.iter().enumerate().filter(|(index, _)| !routes.contains(index));
    let without_routes = others.map(|(_, attribute)| attribute.clone()).collect();
    handler.attrs.retain(no_cors);
    let echoed = output.starts_with(&flat(handler.to_token_stream()));
    handler.attrs = without_routes;
    handler.attrs.retain(no_cors);
    missing(echoed || output.starts_with(&flat(handler.to_token_stream())), item, &output)
}

fn no_cors(attribute: &Attribute) -> bool {
    last_segment(attribute).is_none_or(|name| name != "cors")
}

/// The tokens of a module without what it gives to its items, and without `#[cors]`s that say nothing else.
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
        let ends_in = |end: &[&str]| {
            leaves.len() >= end.len() && leaves.iter().rev().zip(end).all(|(leaf, end)| leaf == end)
        };
        let is_conditional = leaves.first().is_some_and(|name| name == "cfg_attr") && ends_in(&[")", "cors"]);
        if follows("#") && (ends_in(&["cors"]) || is_conditional) {
            trees.pop();
        } else if !(follows("cors") && group.delimiter() == Delimiter::Parenthesis && leaves.is_empty()) {
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

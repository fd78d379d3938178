//! The macro on tokens that are no attribute and no function: it never panics, and what the user wrote is in the
//! output, whole.
//!
//! The functions of a macro crate cannot be called from outside, so its modules are compiled into this test.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

#[path = "../../cors-macros/src"]
mod macros {
    pub(crate) mod args;
    pub(crate) mod blame;
    pub(crate) mod check;
    pub(crate) mod errors;
    pub(crate) mod expand;
    pub(crate) mod handler;
    pub(crate) mod keys;
    pub(crate) mod krate;
    pub(crate) mod list;
    pub(crate) mod policy;
}
use macros::{args, check, errors, expand, handler, keys, krate, list, policy};

#[path = "token_soup/half_typed.rs"]
mod half_typed;
#[path = "token_soup/soup.rs"]
mod soup;

use handler::{Framework, Handler, last_segment};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Attribute;

const FRAMEWORKS: [Framework; 2] = [Framework::Actix, Framework::Rocket];

/// The leaves of `tokens`. The invisible groups around what a `macro_rules!` variable held do not count.
fn flat(tokens: TokenStream) -> Vec<String> {
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

/// Expands, and says what of the user's is missing in the output.
///
/// What is no route function is echoed first and whole, but for a second `#[cors]`. Of one that is, Rocket's expansion
/// begins with all but the route attributes; actix-web's has the signature and the body inside of a service.
fn lost(framework: Framework, args: &TokenStream, item: &TokenStream) -> Option<String> {
    let output = flat(expand::expand(framework, args.clone(), item.clone()));
    let Ok(mut handler) = syn::parse2::<Handler>(item.clone()) else {
        return missing(output.starts_with(&flat(item.clone())), item, &output);
    };
    let routes: Vec<usize> = handler.routes(framework).iter().map(|route| route.index).collect();
    if framework == Framework::Actix && !routes.is_empty() {
        let Handler { sig, body, .. } = handler;
        let function = flat(quote::quote!(#sig #body));
        return missing(output.windows(function.len()).any(|window| *window == function), item, &output);
    }
    let others = handler.attrs.iter().enumerate().filter(|(index, _)| !routes.contains(index));
    let without_routes = others.map(|(_, attribute)| attribute.clone()).collect();
    let no_cors = |attribute: &Attribute| last_segment(attribute).is_none_or(|name| name != "cors");
    handler.attrs.retain(no_cors);
    let echoed = output.starts_with(&flat(handler.to_token_stream()));
    handler.attrs = without_routes;
    handler.attrs.retain(no_cors);
    missing(echoed || output.starts_with(&flat(handler.to_token_stream())), item, &output)
}

fn missing(kept: bool, item: &TokenStream, output: &[String]) -> Option<String> {
    (!kept).then(|| format!("`{item}` is not in `{}`", output.join(" ")))
}

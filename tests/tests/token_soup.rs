//! The macro on tokens that are no attribute and no function: it never panics, and what the user wrote is in the
//! output, whole.
//!
//! The functions of a macro crate cannot be called from outside, so its modules are compiled into this test.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by a panic")]

#[path = "../../cors-macros/src"]
mod macros {
    pub(crate) mod args;
    pub(crate) mod config;
    pub(crate) mod errors;
    pub(crate) mod expand;
    pub(crate) mod handler;
    pub(crate) mod keys;
    pub(crate) mod krate;
    pub(crate) mod list;
    pub(crate) mod policy;
}
use macros::{args, config, errors, expand, handler, keys, krate, list, policy};

#[path = "token_soup/half_typed.rs"]
mod half_typed;
#[path = "token_soup/soup.rs"]
mod soup;

use handler::{Framework, Handler, last_segment};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;

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
/// What is no route function is echoed first and whole, but for a second `#[cors]`. The signature and the body of one
/// stand in the expansion as they were written.
fn lost(framework: Framework, args: &TokenStream, item: &TokenStream) -> Option<String> {
    let output = flat(expand::expand(framework, args.clone(), item.clone()));
    let (wanted, kept) = match syn::parse2::<Handler>(item.clone()) {
        Ok(handler) if !handler.routes(framework).is_empty() => {
            let mut function = flat(handler.sig.to_token_stream());
            function.extend(flat(handler.body));
            let kept = output.windows(function.len()).any(|window| *window == function);
            (function, kept)
        }
        parsed => {
            let item = flat(parsed.map_or_else(|_| item.clone(), without_cors));
            let kept = output.starts_with(&item);
            (item, kept)
        }
    };
    (!kept).then(|| format!("`{}` is not in `{}`", wanted.join(" "), output.join(" ")))
}

fn without_cors(mut handler: Handler) -> TokenStream {
    handler.attrs.retain(|attribute| last_segment(attribute).is_none_or(|name| name != "cors"));
    handler.into_token_stream()
}

//! The `#[cors(…)]` attribute, one entry for each framework.
//!
//! Applications use it through `cors_actix::cors`, `cors_axum::cors` or `cors_rocket::cors`, where its reference is. An editor shows
//! the first line of an entry, and no included file. The examples are doctests of `cors-tests`.

mod check;
mod crate_path;
mod emit;
mod errors;
mod expand;
mod framework;
mod item;
mod module;
mod parse;
mod token_trees;

use framework::actix::ACTIX;
use framework::axum::AXUM;
use framework::rocket::ROCKET;
use proc_macro::TokenStream;

/// Gives a handler, or each handler of a module, a CORS policy of its own, which the compiler checks.
#[cfg_attr(not(doctest), doc = include_str!("examples/actix.md"))]
#[doc = include_str!("reference/keys.md")]
#[doc = include_str!("reference/modules.md")]
#[doc = include_str!("reference/responses.md")]
#[proc_macro_attribute]
pub fn actix(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(&ACTIX, args.into(), item.into()).into()
}

/// Makes a policy from the keys of `#[cors(…)]`, and checks it at compile time.
#[doc = include_str!("policy.md")]
#[proc_macro]
pub fn actix_policy(args: TokenStream) -> TokenStream {
    expand::policy(ACTIX.adapter, args.into()).into()
}

/// Gives a handler a CORS policy of its own, which the compiler checks.
#[cfg_attr(not(doctest), doc = include_str!("examples/axum.md"))]
#[doc = include_str!("reference/keys.md")]
#[doc = include_str!("reference/responses.md")]
#[proc_macro_attribute]
pub fn axum(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(&AXUM, args.into(), item.into()).into()
}

/// Makes a policy from the keys of `#[cors(…)]`, and checks it at compile time.
#[doc = include_str!("policy.md")]
#[proc_macro]
pub fn axum_policy(args: TokenStream) -> TokenStream {
    expand::policy(AXUM.adapter, args.into()).into()
}

/// Makes a policy from the keys of `#[cors(…)]`, and checks it at compile time.
#[doc = include_str!("policy.md")]
#[proc_macro]
pub fn rocket_policy(args: TokenStream) -> TokenStream {
    expand::policy(ROCKET.adapter, args.into()).into()
}

/// Makes a policy from the keys of `#[cors(…)]`, and checks it at compile time.
#[doc = include_str!("policy.md")]
#[proc_macro]
pub fn tower_policy(args: TokenStream) -> TokenStream {
    // Without an attribute, as tower has no handlers.
    expand::policy("cors_tower", args.into()).into()
}

/// Gives a handler, or each handler of a module, a CORS policy of its own, which the compiler checks.
#[cfg_attr(not(doctest), doc = include_str!("examples/rocket.md"))]
#[doc = include_str!("reference/keys.md")]
#[doc = include_str!("reference/modules.md")]
#[doc = include_str!("reference/responses.md")]
#[proc_macro_attribute]
pub fn rocket(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(&ROCKET, args.into(), item.into()).into()
}

/// Puts the items of its arguments after the item that it is on, in expansions for Rocket.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn append(items: TokenStream, item: TokenStream) -> TokenStream {
    [item, items].into_iter().collect()
}

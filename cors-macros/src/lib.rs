//! The `#[cors(…)]` attribute, one entry for each framework.
//!
//! Applications use it through `cors_actix::cors` or `cors_rocket::cors`, where its reference documentation stands.

mod args;
mod check;
mod errors;
mod expand;
mod handler;
mod keys;
mod krate;
mod list;
mod policy;

use proc_macro::TokenStream;

use crate::handler::Framework;

#[doc = include_str!("reference.md")]
#[proc_macro_attribute]
pub fn actix(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Framework::Actix, args.into(), item.into()).into()
}

#[doc = include_str!("reference.md")]
#[proc_macro_attribute]
pub fn rocket(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Framework::Rocket, args.into(), item.into()).into()
}

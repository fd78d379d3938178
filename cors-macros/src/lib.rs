//! The `#[cors(…)]` attribute, one entry for each framework.
//!
//! Applications use it through `cors_actix::cors` or `cors_rocket::cors`, where its reference documentation stands.

mod args;
mod config;
mod errors;
mod expand;
mod handler;
mod krate;
mod list;
mod policy;

use proc_macro::TokenStream;

use crate::handler::Framework;

/// `cors_actix::cors`
#[proc_macro_attribute]
pub fn actix(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Framework::Actix, args.into(), item.into()).into()
}

/// `cors_rocket::cors`
#[proc_macro_attribute]
pub fn rocket(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Framework::Rocket, args.into(), item.into()).into()
}

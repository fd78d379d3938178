//! A framework unknown to cors-macros. A framework is a value, so nothing else changes for a new one.
//!
//! As in axum, its routes are no attributes, so a module cannot know which functions are handlers.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::route::RouteEmitter;
use crate::errors::Errors;
use crate::framework::{Framework, Routing};
use crate::item::handler::{Handler, HandlerRoute, json_body};

pub(crate) static PLAIN: Framework = Framework {
    adapter: "cors_plain",
    routing: Routing::Router { on_module: "put it on each function" },
    head_follows_get: true,
    target: "the function",
    on_other_item: "put it on a function",
    refusal: |_, _| None,
    body_kind: json_body,
    emit,
};

fn emit(
    emitter: &RouteEmitter<'_>,
    handler: Handler,
    _routes: &[HandlerRoute],
    _errors: &mut Errors,
) -> TokenStream {
    let (items, endpoint) = (emitter.items(), emitter.endpoint_of_router());
    quote!(#handler const _: () = { #items serve(#endpoint); };)
}

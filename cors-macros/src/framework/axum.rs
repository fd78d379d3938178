//! axum, whose routes are no attributes: a handler is a value that a router is given.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{Attribute, FnArg, GenericParam, Safety};

use crate::emit::axum::expand;
use crate::framework::{Framework, Routing};
use crate::item::handler::{Handler, HandlerRoute, has_impl, json_body};
use crate::item::placement;
use crate::item::route_syntax::ends_in;

pub(crate) static AXUM: Framework = Framework {
    adapter: "cors_axum",
    routing: Routing::Router {
        on_module: "a module cannot know which of its functions are handlers, since axum has no route attributes; make a \
            `const POLICY: Policy = policy!(…)`, and put `#[cors(policy = POLICY)]` on each handler",
    },
    head_follows_get: true,
    target: "the handler",
    on_other_item: "`#[cors(…)]` belongs above a handler, as in `#[cors(…)] async fn …`; put it there",
    refusal,
    body_kind: json_body,
    emit: expand,
};

fn refusal(handler: &Handler, _routes: &[HandlerRoute]) -> Option<syn::Error> {
    let name = &handler.sig.ident;
    if let Some((report_at, over, advice)) = generic(handler) {
        let message = format!(
            "`{name}` is generic{over}, and `#[cors]` makes a value of it, which has one type; {advice}"
        );
        return Some(syn::Error::new_spanned(report_at, message));
    }
    if let Some(condition) = handler.sig.inputs.iter().find_map(condition) {
        let message = format!(
            "`#[cors]` makes a value of `{name}`, which has one list of parameters; put the `#[cfg(…)]` on two functions"
        );
        return Some(syn::Error::new_spanned(condition, message));
    }
    uncallable(handler).or_else(|| placement::documented_inside(handler)).or_else(|| routed(handler))
}

/// Refuses `unsafe` and `extern "C"` functions, which a router does not call.
fn uncallable(handler: &Handler) -> Option<syn::Error> {
    if let Safety::Unsafe(keyword) = &handler.sig.safety {
        let message = format!(
            "a router calls its handlers without `unsafe`; remove it, and write `unsafe {{ … }}` inside of `{}`",
            handler.sig.ident
        );
        return Some(syn::Error::new_spanned(keyword, message));
    }
    let abi = handler.sig.abi.as_ref()?;
    let is_rusts = abi.name.as_ref().is_some_and(|name| name.value() == "Rust");
    let error =
        || syn::Error::new_spanned(abi, "a router calls only functions with the ABI of Rust; remove it");
    (!is_rusts).then(error)
}

/// Returns the tokens that make a handler generic, over what it is, and the advice.
fn generic(handler: &Handler) -> Option<(TokenStream, &'static str, &'static str)> {
    let generics = &handler.sig.generics;
    let is_impl = |input: &&FnArg| matches!(input, FnArg::Typed(typed) if has_impl(&typed.ty));
    let is_lifetime = |parameter: &GenericParam| matches!(parameter, GenericParam::Lifetime(_));
    let report_at = match handler.sig.inputs.iter().find(is_impl) {
        Some(input) => input.to_token_stream(),
        None if generics.params.is_empty() => return None,
        None if generics.params.iter().all(is_lifetime) => {
            return Some((generics.to_token_stream(), " over a lifetime", "write `'static` in its place"));
        }
        None => generics.to_token_stream(),
    };
    Some((report_at, "", "write a function for each type that calls this one, and put `#[cors(…)]` on those"))
}

/// Returns the attribute that leaves out a parameter in some builds.
fn condition(input: &FnArg) -> Option<&Attribute> {
    let FnArg::Typed(typed) = input else { return None };
    typed
        .attrs
        .iter()
        .find(|attribute| attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr"))
}

/// Refuses `#[axum_typed_routing::route]` below `#[cors]`, which makes a handler of its own.
fn routed(handler: &Handler) -> Option<syn::Error> {
    let name = &handler.sig.ident;
    let attribute =
        handler.attrs.iter().find(|attribute| ends_in(attribute, "axum_typed_routing", "route"))?;
    let message = format!(
        "`#[axum_typed_routing::route]` makes a handler of its own that calls `{name}`, so `#[cors]` would do \
         nothing; give the router `{name}` itself, as in `.route(\"/…\", get({name}))`"
    );
    Some(syn::Error::new_spanned(attribute.path(), message))
}

//! The expansion for Rocket: the route attribute moves to a hidden twin, which forwards to the user's function.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{Attribute, FnArg, Ident, Pat, ReturnType, Safety, Signature, Token, Type, TypeGroup, Visibility};

use crate::crate_path::PrivatePath;
use crate::emit::route::RouteEmitter;
use crate::errors::Errors;
use crate::item::handler::{Handler, HandlerRoute, has_impl, methods_of, respanned};

pub(crate) fn expand(
    emitter: &RouteEmitter<'_>,
    mut handler: Handler,
    routes: &[HandlerRoute],
    errors: &mut Errors,
) -> TokenStream {
    let private = &emitter.private;
    if let Some(second) = routes.get(1).and_then(|route| handler.attrs.get(route.index)) {
        errors.push_at(second.path(), SECOND_ROUTE);
    }
    let name = handler.sig.ident.clone();
    let vis = handler.vis.clone();
    let text = name.unraw().to_string();
    // `routes!` names the struct, so that the struct has to warn, too.
    let deprecated = handler.attributes("deprecated");

    let items = emitter.items();
    let endpoint = emitter.endpoint(&methods_of(routes));
    let mut twin = twin(&mut handler, routes);
    twin.attrs.push(uri_macro(private, &vis, &twin.sig.ident, &text));
    let twin_name = &twin.sig.ident;

    quote! {
        // the user's function
        #handler

        // the function that Rocket sees
        #[doc(hidden)]
        #[allow(deprecated, non_snake_case)]
        #twin

        // the struct that `routes!` names
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #(#deprecated)*
        #vis struct #name {}

        // the policy and the route with it
        const _: () = {
            #items
            static __CORS_ENDPOINT: #private::Endpoint = #endpoint;

            #[allow(deprecated)]
            impl #name {
                #[doc(hidden)]
                pub fn into_route(self) -> #private::rocket::Route {
                    #private::annotate(#twin_name {}.into_info(), #text, &__CORS_ENDPOINT)
                }
            }
        };
    }
}

const SECOND_ROUTE: &str =
    "a function is one route on Rocket; write another function for this one, which calls the first";

/// Takes the route attributes from the handler. Returns the function with the first of them, which calls the user's.
fn twin(handler: &mut Handler, routes: &[HandlerRoute]) -> Handler {
    let of_route = handler.take_attributes(|index, _| routes.iter().any(|route| route.index == index));
    let mut attrs = allowances(&handler.sig);
    attrs.extend(of_route.into_iter().take(1));
    let sig = twin_signature(&handler.sig);
    // A parameter may have the name of the function, so the name of the function is hygienic.
    let name = &handler.sig.ident;
    let name = respanned(name, Span::mixed_site().located_at(name.span()));
    let arguments = sig.inputs.iter().filter_map(argument);
    let wait = sig.asyncness.map(|_| quote!(.await));
    let body = quote!({ #name(#(#arguments),*) #wait });
    Handler { attrs, vis: Visibility::Inherited, sig, body }
}

/// Removes the invisible group around the value of a `macro_rules!` variable, which a second expansion would not keep.
///
/// Rocket's variables take their hygiene from the first token of a type, and it has to be that of the route attribute, which the
/// group has.
fn visibly_grouped(ty: Type) -> Type {
    match ty {
        Type::Group(TypeGroup { elem, group_token, .. }) => beginning_at(group_token.span, *elem),
        other => other,
    }
}

/// Returns the type with a first token of this span. Parentheses would serve as well, but a lint warns about them.
fn beginning_at(span: Span, ty: Type) -> Type {
    if !has_impl(&ty) {
        let less = Token![<](span);
        return syn::parse_quote!(#less [#ty; 1] as ::core::iter::IntoIterator>::Item);
    }
    // An `impl Trait` cannot stand in `[…]`.
    let mut trees = ty.to_token_stream().into_iter();
    let first = trees.next().map(|mut first| {
        first.set_span(span);
        first
    });
    let respanned = first.into_iter().chain(trees).collect();
    syn::parse2(respanned).unwrap_or(ty)
}

/// Returns the signature of the twin. Its spans are those of the expansion, so that lints leave the twin alone.
fn twin_signature(sig: &Signature) -> Signature {
    let inputs = sig.inputs.iter().cloned().map(twin_parameter).collect();
    let ident = format_ident!("__cors_{}_{}", sig.ident, twin_number(&sig.ident), span = Span::call_site());
    let output = match sig.output.clone() {
        ReturnType::Type(arrow, ty) => ReturnType::Type(arrow, Box::new(visibly_grouped(*ty))),
        ReturnType::Default => ReturnType::Default,
    };
    // That of an `unsafe` function is safe, so that the compiler reports the call of the user's.
    let (fn_token, safety) = (Token![fn](Span::call_site()), Safety::Default);
    Signature { safety, fn_token, ident, inputs, output, ..sig.clone() }
}

/// Returns a number that tells functions of one name apart. A function may be inside of another of its name, and there the names
/// of two equal twins would be ambiguous.
fn twin_number(name: &Ident) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{:?} {:?}", name.span(), Span::call_site()).hash(&mut hasher);
    hasher.finish()
}

/// Returns an `#[allow]` for each lint of clippy that the twin would trigger. There is none without need, since `#[allow]` is an
/// error under `#![forbid]`.
fn allowances(sig: &Signature) -> Vec<Attribute> {
    let mut allowances = Vec::new();
    if sig.inputs.iter().filter_map(argument).any(|name| name.to_string().starts_with('_')) {
        allowances.push(syn::parse_quote!(#[allow(clippy::used_underscore_binding)]));
    }
    if sig.inputs.len() > 7 {
        allowances.push(syn::parse_quote!(#[allow(clippy::too_many_arguments)]));
    }
    allowances
}

/// Returns a parameter of the twin, which has neither `mut` nor `ref`.
fn twin_parameter(input: FnArg) -> FnArg {
    match input {
        FnArg::Typed(mut typed) => {
            if let Pat::Ident(pattern) = &mut *typed.pat {
                (pattern.by_ref, pattern.mutability) = (None, None);
            }
            typed.ty = Box::new(visibly_grouped(*typed.ty));
            FnArg::Typed(typed)
        }
        receiver @ FnArg::Receiver(_) => receiver,
    }
}

fn argument(input: &FnArg) -> Option<&Ident> {
    match input {
        FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(pattern) => Some(&pattern.ident),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    }
}

/// Re-exports the twin's macro for `uri!` under the name that `uri!(f(…))` looks for. It is an attribute below that of the route, since
/// Rocket makes neither the function nor the macro of a wrong route.
fn uri_macro(private: &PrivatePath, vis: &Visibility, twin: &Ident, name: &str) -> Attribute {
    let of_twin = format_ident!("rocket_uri_macro_{twin}");
    let of_user = format_ident!("rocket_uri_macro_{name}");
    syn::parse_quote!(#[#private::append(#[doc(hidden)] #vis use #of_twin as #of_user;)])
}

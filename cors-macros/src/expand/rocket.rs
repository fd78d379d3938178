//! The expansion for Rocket: the route attribute moves to a hidden twin, which forwards to the user's function.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, FnArg, Ident, Pat, Signature, Token, Visibility};

use super::{Target, served};
use crate::handler::{Handler, Route};

pub(super) fn expand(target: &Target<'_>, mut handler: Handler, routes: &[Route]) -> TokenStream {
    let krate = &target.krate;
    let private = quote!(#krate::__private);
    let name = handler.sig.ident.clone();
    let vis = handler.vis.clone();
    let text = name.to_string();
    let text = text.trim_start_matches("r#");
    let cfgs = handler.attributes("cfg");

    let policy = target.policy();
    let methods = target.methods(&served(routes));
    let call = format_ident!("__cors_call_{}", text);
    let twin = twin(&private, &mut handler, routes, &call);
    let twin_name = &twin.sig.ident;
    let uri_macro = uri_macro(&cfgs, &vis, twin_name, text);

    quote! {
        #handler

        // A parameter may have the name of the function.
        #(#cfgs)*
        #[allow(deprecated)]
        use #name as #call;

        #[doc(hidden)]
        #[allow(deprecated)]
        #twin

        #(#cfgs)*
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #vis struct #name {}

        #(#cfgs)*
        const _: () = {
            static __CORS_POLICY: #private::Policy = #policy;
            static __CORS_ENDPOINT: #private::Endpoint = #private::Endpoint::from_checked(&__CORS_POLICY, #methods);

            impl #name {
                #[doc(hidden)]
                pub fn into_route(self) -> #private::rocket::Route {
                    #private::annotate(#twin_name {}.into_route(), #text, &__CORS_ENDPOINT)
                }
            }
        };

        #uri_macro
    }
}

/// The function that Rocket sees. The first request guard is ours: it makes a launch without the fairing fail.
fn twin(private: &TokenStream, handler: &mut Handler, routes: &[Route], call: &Ident) -> Handler {
    let is_route = |index: usize| routes.iter().any(|route| route.index == index);
    let (of_route, of_function): (Vec<_>, Vec<_>) =
        std::mem::take(&mut handler.attrs).into_iter().enumerate().partition(|(index, _)| is_route(*index));
    handler.attrs = of_function.into_iter().map(|(_, attribute)| attribute).collect();

    let mut attrs = handler.attributes("cfg");
    attrs.extend(of_route.into_iter().map(|(_, attribute)| attribute));
    let arguments = handler.sig.inputs.iter().filter_map(argument);
    let wait = handler.sig.asyncness.map(|_| quote!(.await));
    let body = quote!({ #call(#(#arguments),*) #wait });
    Handler { attrs, vis: Visibility::Inherited, sig: twin_signature(private, &handler.sig), body }
}

fn twin_signature(private: &TokenStream, sig: &Signature) -> Signature {
    let guard: FnArg = syn::parse_quote!(__cors_attached: #private::Attached);
    let inputs = sig.inputs.iter().cloned().map(without_mut);
    let inputs: Punctuated<FnArg, Token![,]> = std::iter::once(guard).chain(inputs).collect();
    Signature { ident: format_ident!("__cors_{}", sig.ident), inputs, ..sig.clone() }
}

/// A parameter by its name alone: `mut` is for the user's own function.
fn without_mut(input: FnArg) -> FnArg {
    match input {
        FnArg::Typed(mut typed) => {
            if let Pat::Ident(pattern) = &mut *typed.pat {
                pattern.mutability = None;
            }
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

/// `uri!(f(…))` looks for this macro.
fn uri_macro(cfgs: &[Attribute], vis: &Visibility, twin: &Ident, name: &str) -> TokenStream {
    let of_twin = format_ident!("rocket_uri_macro_{twin}");
    let of_user = format_ident!("rocket_uri_macro_{name}");
    quote! {
        #(#cfgs)*
        #[doc(hidden)]
        #[allow(unused_imports)]
        #vis use #of_twin as #of_user;
    }
}

//! The expansion for axum: a constant with the name of the function, which is a handler and derefs to a function pointer.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{ReturnType, Type, Visibility};

use crate::crate_path::PrivatePath;
use crate::emit::lifetimes::static_type;
use crate::emit::route::RouteEmitter;
use crate::errors::Errors;
use crate::item::handler::{Handler, HandlerRoute, has_impl};

pub(crate) fn expand(
    emitter: &RouteEmitter<'_>,
    mut handler: Handler,
    _routes: &[HandlerRoute],
    _errors: &mut Errors,
) -> TokenStream {
    let private = &emitter.private;
    let name = handler.sig.ident.clone();
    // A variable of an expansion, such as `__cors_origin`, cannot have the name of a struct in scope. An argument loses its `r#`; a
    // captured `{name}` would keep it.
    let marker = format_ident!("__cors_handler_{}", name);
    let vis = std::mem::replace(&mut handler.vis, Visibility::Inherited);
    let (docs, deprecated) = (handler.attributes("doc"), handler.attributes("deprecated"));
    handler.attrs.retain(|attribute| !attribute.path().is_ident("deprecated"));
    let (ty, pointer) = pointer(private, &handler);
    let (items, endpoint) = (emitter.items(), emitter.endpoint_of_router());
    let called = called(private, &handler, &marker);
    let text = name.unraw().to_string();

    quote! {
        #(#docs)*
        #(#deprecated)*
        #[allow(non_upper_case_globals)]
        #vis const #name: #private::HandlerValue<#ty, #marker> =
            #private::HandlerValue::NEW;

        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #vis struct #marker;

        const _: () = {
            #handler

            #items
            static __CORS_HANDLER: #private::NamedEndpoint = #private::NamedEndpoint::new(#text, #endpoint);
            const __CORS_FUNCTION: #ty = #pointer;

            impl #private::AnnotatedFunction<#ty> for #marker {
                const FUNCTION: &'static #ty = &__CORS_FUNCTION;

                fn handler() -> &'static #private::NamedEndpoint {
                    &__CORS_HANDLER
                }
            }

            #called
        };
    }
}

/// Returns the type and the value of the function pointer that the constant derefs to.
///
/// The future of an `async fn` is boxed, because its type has no name. A function that returns `impl Trait` gets `()`, and cannot be
/// called.
fn pointer(private: &PrivatePath, handler: &Handler) -> (TokenStream, TokenStream) {
    let (name, types) = (&handler.sig.ident, types(handler));
    let output = match &handler.sig.output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, ty) if has_impl(ty) => return (quote!(()), quote!(())),
        ReturnType::Type(_, ty) => static_type(ty).into_token_stream(),
    };
    if handler.sig.asyncness.is_none() {
        return (quote!(fn(#(#types),*) -> #output), quote!(#name));
    }
    let arguments = arguments(types.len());
    (
        quote!(fn(#(#types),*) -> #private::BoxFuture<#output>),
        quote!(|#(#arguments),*| #private::Boxed::pin(#name(#(#arguments),*))),
    )
}

/// Makes the marker the handler that the function is without its attribute: the last parameter may take the body, the others may
/// not.
fn called(private: &PrivatePath, handler: &Handler, marker: &Ident) -> TokenStream {
    let (name, types) = (&handler.sig.ident, types(handler));
    let (arguments, bounds) = match types.split_last() {
        None => (quote!(((),)), quote!()),
        Some((last, parts)) => (
            quote!((__CorsVia, #(#parts,)* #last,)),
            quote! {
                #(#parts: #private::FromRequestParts<__CorsState> + ::core::marker::Send,)*
                #last: #private::FromRequest<__CorsState, __CorsVia> + ::core::marker::Send,
            },
        ),
    };
    let via = (!types.is_empty()).then(|| quote!(__CorsVia: 'static,));
    quote! {
        impl<#via __CorsState> #private::BareHandler<#arguments, __CorsState> for #marker
        where
            #bounds
            __CorsState: ::core::marker::Send + ::core::marker::Sync + 'static,
        {
            // A variable cannot have the name of a constant in scope, and each handler is one.
            fn call(
                __cors_request: #private::Request,
                __cors_state: __CorsState,
            ) -> #private::BoxFuture<#private::Response> {
                #private::Handler::call(#name, __cors_request, __cors_state)
            }
        }
    }
}

/// Returns the types of the parameters.
fn types(handler: &Handler) -> Vec<Type> {
    handler.parameters().map(|(_, ty)| static_type(ty)).collect()
}

fn arguments(count: usize) -> Vec<Ident> {
    (0..count).map(|index| format_ident!("__cors_{index}", span = Span::mixed_site())).collect()
}

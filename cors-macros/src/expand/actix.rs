//! The expansion for actix-web: the handler's service registers its preflight before the handler itself.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, LitStr, Meta, Visibility};

use super::{Target, served};
use crate::handler::{Handler, Route};

/// A path with all that the handler serves on it.
struct Path<'a> {
    path: &'a LitStr,
    routes: Vec<&'a Route>,
}

pub(super) fn expand(target: &Target<'_>, mut handler: Handler, routes: &[Route]) -> TokenStream {
    let krate = &target.krate;
    let private = quote!(#krate::__private);
    // Public as actix-web's macros make it by default (its feature `compat`), whatever the function's visibility.
    let name = handler.sig.ident.clone();
    // The inner `struct` of actix-web's own macro is nobody's but ours.
    let vis = std::mem::replace(&mut handler.vis, Visibility::Inherited);
    let hidden = (!matches!(vis, Visibility::Public(_))).then(|| quote!(#[doc(hidden)]));
    let docs = handler.attributes("doc");
    let cfgs = handler.attributes("cfg");

    let paths = by_path(routes);
    wrap(&mut handler, &paths);
    let policy = target.policy();
    let count = paths.len();
    let annotated = paths.iter().map(|Path { path, routes }| {
        let endpoint = target.endpoint(&served(routes.iter().copied()));
        quote!(#private::Route::new(#path, #endpoint))
    });

    quote! {
        #(#cfgs)*
        #(#docs)*
        #hidden
        #[allow(non_camel_case_types)]
        pub struct #name;

        #(#cfgs)*
        const _: () = {
            #policy
            static __CORS_ROUTES: [#private::Route; #count] = [#(#annotated),*];

            impl #private::HttpServiceFactory for #name {
                fn register(self, __cors_config: &mut #private::AppService) {
                    #handler
                    #private::register(&__CORS_ROUTES, #name, __cors_config);
                }
            }

            impl #krate::Annotated for #name {
                fn routes(&self) -> &'static [#private::Route] {
                    &__CORS_ROUTES
                }
            }
        };
    }
}

/// Wraps each route of the handler in the middleware of its path. The argument of `wrap` is a string, which cannot
/// carry the path of the adapter, so it calls a method.
fn wrap(handler: &mut Handler, paths: &[Path<'_>]) {
    for (index, path) in paths.iter().enumerate() {
        for route in &path.routes {
            if let Some(attribute) = handler.attrs.get_mut(route.index) {
                append_wrap(attribute, &format!("__CORS_ROUTES[{index}].middleware()"));
            }
        }
    }
}

/// The routes in groups of one path, since a preflight is answered for a path.
fn by_path(routes: &[Route]) -> Vec<Path<'_>> {
    let mut paths: Vec<Path<'_>> = Vec::new();
    for route in routes {
        let Some(path) = &route.path else { continue };
        match paths.iter_mut().find(|known| known.path.value() == path.value()) {
            Some(known) => known.routes.push(route),
            None => paths.push(Path { path, routes: vec![route] }),
        }
    }
    paths
}

/// The last `wrap` is the outermost, which sees what the others answer.
fn append_wrap(attribute: &mut Attribute, wrap: &str) {
    if let Meta::List(list) = &mut attribute.meta {
        let arguments = &list.tokens;
        let comma = if ends_with_comma(arguments) { TokenStream::new() } else { quote!(,) };
        list.tokens = quote!(#arguments #comma wrap = #wrap);
    }
}

fn ends_with_comma(tokens: &TokenStream) -> bool {
    match tokens.clone().into_iter().last() {
        Some(proc_macro2::TokenTree::Punct(punct)) => punct.as_char() == ',',
        _ => false,
    }
}

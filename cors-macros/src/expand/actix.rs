//! The expansion for actix-web: the handler's service registers a resource for each of its routes, which takes the
//! preflights as well.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{LitStr, Visibility};

use super::{Target, served};
use crate::actix_route::{self, Options, Resource};
use crate::errors::Errors;
use crate::handler::{Handler, Route};

pub(super) fn expand(
    target: &Target<'_>,
    mut handler: Handler,
    routes: &[Route],
    errors: &mut Errors,
) -> TokenStream {
    let Some(resources) = actix_route::resources(&handler, routes, errors) else {
        // Wrong in the eyes of actix-web, whose attribute says how.
        return handler.into_token_stream();
    };
    let krate = &target.krate;
    let private = quote!(#krate::__private);
    let name = handler.sig.ident.clone();
    // Public as actix-web's macros make it by default (its feature `compat`), whatever the function's visibility.
    let vis = std::mem::replace(&mut handler.vis, Visibility::Inherited);
    let hidden = (!matches!(vis, Visibility::Public(_))).then(|| quote!(#[doc(hidden)]));
    let docs = handler.attributes("doc");
    let cfgs = handler.attributes("cfg");
    let used = actix_route::take(&mut handler, routes);

    let paths = paths(&resources);
    let policy = target.policy();
    let count = paths.len();
    let annotated = paths.iter().map(|path| {
        let is_here = |resource: &&Resource<'_>| resource.path.value() == path.value();
        let endpoint = target.endpoint(&served(resources.iter().filter(is_here).map(|it| it.route)));
        quote!(#private::Route::new(#path, #endpoint))
    });
    let registered = resources.iter().map(|resource| {
        let place = paths.iter().position(|path| path.value() == resource.path.value());
        registered(&private, &name, resource, place.unwrap_or_default())
    });

    quote! {
        #(#cfgs)*
        #(#docs)*
        #hidden
        #[allow(non_camel_case_types)]
        pub struct #name;

        #(#cfgs)*
        const _: () = {
            #used
            #policy
            static __CORS_ROUTES: [#private::Route; #count] = [#(#annotated),*];

            impl #private::HttpServiceFactory for #name {
                fn register(self, __cors_config: &mut #private::AppService) {
                    #handler
                    #(#registered)*
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

/// The paths of the handler, each once, since a preflight is answered for a path.
fn paths<'a>(resources: &'a [Resource<'_>]) -> Vec<&'a LitStr> {
    let mut paths: Vec<&LitStr> = Vec::new();
    for Resource { path, .. } in resources {
        if paths.iter().all(|known| known.value() != path.value()) {
            paths.push(path);
        }
    }
    paths
}

/// Registers a resource as actix-web's own attribute does, but for the guard, and for the middleware, which is the last
/// and so the outermost.
fn registered(private: &TokenStream, handler: &Ident, resource: &Resource<'_>, place: usize) -> TokenStream {
    let Resource { route, path, options: Options { name, guards, wraps } } = resource;
    let methods = &route.methods;
    let name = name.as_ref().map_or_else(|| handler.to_string(), LitStr::value);
    quote! {
        #private::HttpServiceFactory::register(
            #private::Resource::new(#path)
                .name(#name)
                .guard(__CORS_ROUTES[#place].gate(
                    &[#(#methods),*],
                    #private::vec![#(#private::Box::new(#private::fn_guard(#guards))),*],
                ))
                #(.wrap(#wraps))*
                .wrap(__CORS_ROUTES[#place].middleware())
                .to(#handler),
            __cors_config,
        );
    }
}

//! The expansion for actix-web: the handler becomes a service, which registers its routes and their preflights.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{LitStr, Visibility};

use crate::crate_path::PrivatePath;
use crate::emit::route::RouteEmitter;
use crate::errors::Errors;
use crate::item::actix_route;
use crate::item::actix_route::RouteAttribute;
use crate::item::handler::{Handler, HandlerRoute, methods_of};

pub(crate) fn expand(
    emitter: &RouteEmitter<'_>,
    mut handler: Handler,
    routes: &[HandlerRoute],
    errors: &mut Errors,
) -> TokenStream {
    let Some(attributes) = actix_route::read(&handler, routes, errors) else {
        // Without this error the route would have no policy if actix-web accepts the attribute after all.
        let (route, message) = match actix_route::not_joined(&handler, routes) {
            Some(second) => (Some(second), NOT_JOINED),
            None => (routes.first(), UNREADABLE),
        };
        let attribute = route.and_then(|route| handler.attrs.get(route.index));
        errors.push_at(&attribute.map(|attribute| attribute.path()), message);
        return handler.into_token_stream();
    };
    let name = handler.sig.ident.clone();
    // The struct is public whatever the visibility of the function, as by default in actix-web (its feature `compat`).
    let vis = std::mem::replace(&mut handler.vis, Visibility::Inherited);
    let hidden = (!matches!(vis, Visibility::Public(_))).then(|| quote!(#[doc(hidden)]));
    let docs = handler.attributes("doc");
    let import = actix_route::take(&mut handler, &attributes);
    let service = service(emitter, &handler, &attributes);

    quote! {
        // the struct that the application registers
        #(#docs)*
        #hidden
        #[allow(non_camel_case_types)]
        pub struct #name;

        // its service, with the user's function inside
        const _: () = {
            #import
            #service
        };
    }
}

const NOT_JOINED: &str =
    "a second route attribute needs `#[routes]` above the first; write it below `#[cors(…)]`";

const UNREADABLE: &str =
    "`#[cors]` needs a route attribute that actix-web accepts; see the error of actix-web for this one";

/// Returns the items that make the struct of the handler a service.
fn service(emitter: &RouteEmitter<'_>, handler: &Handler, attributes: &[RouteAttribute<'_>]) -> TokenStream {
    let private = &emitter.private;
    let name = &handler.sig.ident;
    let items = emitter.items();
    let groups = by_path(attributes);
    let routes: Vec<TokenStream> = groups
        .iter()
        .map(|(path, group)| {
            let endpoint = emitter.endpoint(&methods_of(group.iter().map(|attribute| attribute.route)));
            quote!(#private::NamedEndpoint::new(#path, #endpoint))
        })
        .collect();
    let (statics, slice) = statics(private, &routes);
    let mut by_index: Vec<(usize, &RouteAttribute<'_>)> = groups
        .iter()
        .enumerate()
        .flat_map(|(route_index, (_, group))| group.iter().map(move |attribute| (route_index, *attribute)))
        .collect();
    by_index.sort_by_key(|(_, attribute)| attribute.route.index);
    let registered = by_index.iter().map(|(route_index, attribute)| {
        let route_static =
            if routes.len() == 1 { quote!(__CORS_ROUTE) } else { quote!(__CORS_ROUTES[#route_index]) };
        registered(private, name, attribute, &route_static)
    });

    quote! {
        #items
        #statics

        impl #private::HttpServiceFactory for #name {
            fn register(self, __cors_config: &mut #private::AppService) {
                #handler
                #(#registered)*
            }
        }

        impl #private::HandlerRoutes for #name {
            fn routes(&self) -> &'static [#private::NamedEndpoint] {
                #slice
            }
        }
    }
}

/// Returns the static of the routes, and the slice of them.
///
/// A single route is no array, since the length of an array is a constant of its own, which costs the compiler time.
fn statics(private: &PrivatePath, routes: &[TokenStream]) -> (TokenStream, TokenStream) {
    if let [route] = routes {
        let item = quote!(static __CORS_ROUTE: #private::NamedEndpoint = #route;);
        return (item, quote!(::core::slice::from_ref(&__CORS_ROUTE)));
    }
    let count = routes.len();
    (
        quote!(static __CORS_ROUTES: [#private::NamedEndpoint; #count] = [#(#routes),*];),
        quote!(&__CORS_ROUTES),
    )
}

/// A path with the attributes of the handler for this path.
type Group<'a> = (&'a LitStr, Vec<&'a RouteAttribute<'a>>);

/// Groups the attributes by their path, since one endpoint answers the preflights of a path.
fn by_path<'a>(attributes: &'a [RouteAttribute<'a>]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for attribute in attributes {
        match groups.iter_mut().find(|(path, _)| path.value() == attribute.path.value()) {
            Some((_, group)) => group.push(attribute),
            None => groups.push((&attribute.path, vec![attribute])),
        }
    }
    groups
}

/// Returns the statement that registers a route as actix-web's attribute does, but with our guard, and with our middleware as the
/// outermost.
fn registered(
    private: &PrivatePath,
    handler: &Ident,
    attribute: &RouteAttribute<'_>,
    route_static: &TokenStream,
) -> TokenStream {
    let RouteAttribute { route, name, guards, wraps, .. } = attribute;
    let methods = route.methods.join(", ");
    let name = name.as_ref().map_or_else(|| handler.to_string(), LitStr::value);
    let handled = quote!(#private::to(#handler));
    let service = wraps.iter().fold(handled, |inner, wrap| quote!(#private::wrap(#inner, #wrap)));
    quote! {
        #private::register(
            &#route_static,
            __cors_config,
            #name,
            #methods,
            [#(#private::Boxed::new(#private::fn_guard(#guards))),*],
            #service,
        );
    }
}

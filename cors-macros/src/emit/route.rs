//! The policy and the endpoint of a route.

use cors_core::__private::{Enforce, RouteContext};
use cors_core::Key;
use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{policy, tokens};
use crate::item::handler::HandlerRoute;
use crate::parse::args::{Args, NamedPolicy};

/// What both frameworks' expansions start from.
pub(crate) struct RouteEmitter<'a> {
    pub(crate) krate: TokenStream,
    pub(crate) args: &'a Args,
    /// Whether nothing was wrong.
    pub(crate) is_right: bool,
    pub(crate) context: RouteContext<'a>,
}

impl RouteEmitter<'_> {
    /// The policy of the route, as an item; of one that is named, where it comes from.
    pub(crate) fn policy(&self) -> TokenStream {
        let krate = &self.krate;
        if let Some(NamedPolicy { path, .. }) = self.named() {
            return self.source(path);
        }
        let policy =
            if self.is_right { policy::policy(krate, self.args) } else { policy::nothing(krate, self.args) };
        quote!(static __CORS_POLICY: #krate::__private::Policy = #policy;)
    }

    /// The policy that the attribute names.
    pub(crate) fn named(&self) -> Option<&NamedPolicy> {
        self.args.named_policy().filter(|_| self.is_right)
    }

    /// The only place that has the path, so that one that is wrong gives one error.
    fn source(&self, path: &syn::Path) -> TokenStream {
        let krate = &self.krate;
        let methods = self.methods(self.context.methods);
        let RouteContext { head_follows_get, body, .. } = self.context;
        let (needs_content_type, is_enforced) = (body.is_some(), self.args.enforce().is_some());
        let route = quote!(#krate::__private::ConstRoute {
            methods: #methods,
            head_follows_get: #head_follows_get,
            needs_content_type: #needs_content_type,
            is_enforced: #is_enforced,
            framework: #krate::__private::FRAMEWORK,
        });
        let policy = policy::reference(path);
        // On a module it stands for several routes.
        let place =
            self.args.whole.as_ref().is_none_or(|whole| whole.inherited_from.is_none()).then_some(path);
        let source =
            tokens::const_check(&place, &policy::kind(krate, path), "source", quote!(#policy, #route));
        quote!(static __CORS_SOURCE: #krate::__private::PolicySource = #source;)
    }

    /// The expression of type `Endpoint` for a route with these methods.
    pub(crate) fn endpoint(&self, methods: &[&str]) -> TokenStream {
        let krate = &self.krate;
        let head_follows_get = self.context.head_follows_get;
        let left = self.methods(methods);
        let endpoint = match self.named() {
            Some(_) => {
                quote!(#krate::__private::Endpoint::from_source(__CORS_SOURCE, #left, #head_follows_get))
            }
            None => quote!(#krate::__private::Endpoint::from_checked(&__CORS_POLICY, #left)),
        };
        let leaves_out = self.args.elements(Key::Methods).map(|_| methods.join(", "));
        let endpoint = match leaves_out {
            Some(all) => quote!(#endpoint.with_route_methods(#all)),
            None => endpoint,
        };
        match self.args.enforce().and_then(Enforce::parse) {
            Some(Enforce::UnsafeMethods) => {
                quote!(#endpoint.with_enforce(#krate::__private::Enforce::UnsafeMethods))
            }
            Some(Enforce::AllMethods) => {
                quote!(#endpoint.with_enforce(#krate::__private::Enforce::AllMethods))
            }
            None => endpoint,
        }
    }

    /// The methods that a route with `methods` serves to other origins, as one string.
    fn methods(&self, methods: &[&str]) -> TokenStream {
        if !self.is_right {
            return quote!("");
        }
        policy::methods(&self.krate, self.args, &RouteContext { methods, ..self.context })
    }
}

/// The methods of all routes of a handler, each once.
pub(crate) fn served<'a>(routes: impl IntoIterator<Item = &'a HandlerRoute>) -> Vec<&'a str> {
    let mut methods: Vec<&str> = Vec::new();
    for method in routes.into_iter().flat_map(|route| &route.methods) {
        if !methods.contains(&method.as_str()) {
            methods.push(method);
        }
    }
    methods
}

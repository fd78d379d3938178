//! The policy and the endpoint of a route, as tokens.

use cors_core::__macros::RouteContext;
use cors_core::__private::Enforce;
use cors_core::Key;
use proc_macro2::TokenStream;
use quote::quote;

use crate::crate_path::PrivatePath;
use crate::emit::{policy, tokens};
use crate::parse::args::{Args, NamedPolicy};
use crate::parse::inherit::Nested;

/// The policy and the endpoints of a handler, for the expansion of any framework.
pub(crate) struct RouteEmitter<'a> {
    /// The path of the module `__private` of the adapter.
    pub(crate) private: PrivatePath,
    pub(crate) nested: &'a Nested,
    /// Set if no mistake was found.
    pub(crate) is_right: bool,
    pub(crate) context: RouteContext<'a>,
}

impl RouteEmitter<'_> {
    fn args(&self) -> &Args {
        &self.nested.merged
    }

    /// Returns the items that the endpoints refer to: the source of a named policy, or the items of the policy.
    pub(crate) fn items(&self) -> TokenStream {
        match self.named() {
            Some(NamedPolicy { path, .. }) => self.source(path),
            None => policy::items(&self.private, self.args(), self.is_right),
        }
    }

    /// Returns the policy that the attribute names, unless there are mistakes.
    fn named(&self) -> Option<&NamedPolicy> {
        self.args().named_policy().filter(|_| self.is_right)
    }

    /// Returns an item with the source of a named policy. The user's path is nowhere else in the expansion, so a wrong path gives
    /// one error.
    fn source(&self, path: &syn::Path) -> TokenStream {
        let private = &self.private;
        let RouteContext { methods, head_follows_get, body } = self.context;
        let (is_of_router, methods) = (methods.is_none(), self.known_methods());
        // A handler may have to replace the `methods` of its module, so they are not reported as without effect there.
        let has_methods = self.args().has(Key::Methods) && !self.nested.enclosing.has(Key::Methods);
        let (needs_content_type, is_enforced) = (body.is_some(), self.args().enforce().is_some());
        let route = quote!(#private::ConstRoute {
            methods: #methods,
            head_follows_get: #head_follows_get,
            is_of_router: #is_of_router,
            has_methods: #has_methods,
            needs_content_type: #needs_content_type,
            is_enforced: #is_enforced,
            framework: #private::FRAMEWORK,
        });
        // Not in a `const` block, which may refer to a `LazyLock` only since Rust 1.90.
        let policy = policy::reference(path);
        // A path on a module is for several routes, so that its errors are reported at the routes.
        let report_at =
            self.args().whole.as_ref().is_none_or(|whole| whole.inherited_from.is_none()).then_some(path);
        let source = tokens::call_method(
            &report_at,
            &policy::kind(private, path, &policy),
            "source",
            quote!(#policy, #route),
        );
        quote!(static __CORS_SOURCE: #private::PolicySource = #source;)
    }

    /// Returns the expression of type `Endpoint` for routes with these methods.
    pub(crate) fn endpoint(&self, methods: &[&str]) -> TokenStream {
        let (private, source) = (&self.private, self.policy_source());
        let (to_others, head_follows_get) =
            (self.methods_for_others(Some(methods)), self.context.head_follows_get);
        let all = self.args().has(Key::Methods).then(|| methods.join(", ")).into_iter();
        let enforce = self.enforce();
        quote! {
            #private::Endpoint::from_source(#source, #to_others, #head_follows_get) #(.with_all_methods(#all))* #enforce
        }
    }

    /// Returns the expression of type `Endpoint` for a handler whose methods only the router knows.
    pub(crate) fn endpoint_of_router(&self) -> TokenStream {
        let (private, source) = (&self.private, self.policy_source());
        let (listed, enforce) = (self.known_methods(), self.enforce());
        quote!(#private::Endpoint::of_router(#source, #listed) #enforce)
    }

    /// Returns the call that adds the value of `enforce` to an endpoint.
    fn enforce(&self) -> Option<TokenStream> {
        let private = &self.private;
        let enforce = match Enforce::parse(self.args().enforce()?)? {
            Enforce::UnsafeMethods => quote!(UnsafeMethods),
            Enforce::AllMethods => quote!(AllMethods),
        };
        Some(quote!(.with_enforce(#private::Enforce::#enforce)))
    }

    /// Returns the expression of type `PolicySource`.
    fn policy_source(&self) -> TokenStream {
        if self.named().is_some() {
            return quote!(__CORS_SOURCE);
        }
        let private = &self.private;
        let policy = policy::policy(private, self.args(), self.is_right);
        quote!(#private::PolicySource::Static(&#policy))
    }

    /// Returns the methods that the handler serves to other origins, as an `Option`. It is `None` if only the router knows them and
    /// the attribute lists none.
    fn known_methods(&self) -> TokenStream {
        let methods = self.context.methods;
        if methods.is_none() && !self.args().has(Key::Methods) {
            return quote!(::core::option::Option::None);
        }
        let methods = self.methods_for_others(methods);
        quote!(::core::option::Option::Some(#methods))
    }

    /// Returns the methods that a route with `methods` serves to other origins, as one string.
    fn methods_for_others(&self, methods: Option<&[&str]>) -> TokenStream {
        if !self.is_right {
            return quote!("");
        }
        policy::methods(&self.private, self.args(), &RouteContext { methods, ..self.context })
    }
}

//! The policy as a `static`: every header value is a literal when the program starts.

use cors_core::__private::{RouteContext, served_to_others};
use cors_core::Key;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::Path;
use syn::spanned::Spanned as _;

use crate::emit::origins::{constant_items, dangers, origins};
use crate::emit::tokens::{call, const_check, joined};
use crate::parse::args::{Args, MacroKind, NamedPolicy};
use crate::parse::list::Element;

/// Returns the expression of type `Policy` for a `static`, of arguments without mistakes.
pub(crate) fn policy(private: &TokenStream, args: &Args) -> TokenStream {
    if args.is_same_origin() {
        return quote!(#private::Policy::SAME_ORIGIN);
    }
    let checked = checked(private, args);
    quote!(#private::Policy::from_checked(#checked))
}

/// Returns the expression of [`policy`] without a call, so that a reference to it can be promoted to a `'static` one.
pub(crate) fn constant(private: &TokenStream, args: &Args) -> TokenStream {
    if args.is_same_origin() {
        return quote!(#private::Policy::SAME_ORIGIN);
    }
    let checked = checked(private, args);
    quote!(#private::Policy { __repr: #private::Repr::Static(#checked) })
}

/// Returns a policy that allows nothing, with which a route with mistakes still expands. Its constants are checked all the same.
pub(crate) fn nothing(private: &TokenStream, args: &Args) -> TokenStream {
    let items = constant_items(private, args);
    quote!({ #items #private::Policy::SAME_ORIGIN })
}

/// Returns the expression of the kind of a named policy, which depends on its type.
pub(crate) fn kind(private: &TokenStream, path: &Path) -> TokenStream {
    call(private, "kind", path.span(), &reference(path))
}

/// Returns the reference to a named policy. In messages of the compiler all of it is at the path.
pub(crate) fn reference(path: &Path) -> TokenStream {
    quote_spanned!(path.span()=> &#path)
}

/// Returns the expression of type `StaticPolicy`.
fn checked(private: &TokenStream, args: &Args) -> TokenStream {
    let fields = [
        (Key::Origins, quote!(origins), origins(private, args)),
        (Key::AllowHeaders, quote!(allow_headers), header_names(private, args, Key::AllowHeaders)),
        (Key::ExposeHeaders, quote!(expose_headers), header_names(private, args, Key::ExposeHeaders)),
        (Key::Credentials, quote!(credentials), args.credentials().to_token_stream()),
        (Key::MaxAge, quote!(max_age), max_age(args).to_token_stream()),
        (Key::DangerouslyAllow, quote!(dangerously_allow), dangers(args).to_token_stream()),
        (Key::Methods, quote!(methods), bound(private, args)),
    ];
    let field = |(_, name, value): &(Key, TokenStream, TokenStream)| quote!(#name: #value);
    match args.named_policy() {
        // Each key that is written replaces the key of the base.
        Some(NamedPolicy { path, .. }) => {
            let is_written = |key: &Key| args.has(*key);
            // Dangers are allowed for the origins beside them, so they are replaced together.
            let is_replaced =
                |key: &Key| is_written(key) || (*key == Key::DangerouslyAllow && is_written(&Key::Origins));
            let written = fields.iter().filter(|(key, ..)| is_replaced(key)).map(field);
            let base = const_check(path, &kind(private, path), "checked", reference(path));
            let together = quote!(#private::StaticPolicy { #(#written,)* ..__cors_base });
            let has_its_origins = !is_written(&Key::Origins);
            let together =
                const_check(path, &together, "check_merged", quote!(__cors_base, #has_its_origins));
            quote!({ let __cors_base = #base; #together })
        }
        None => {
            let fields = fields.iter().map(field);
            quote!(#private::StaticPolicy { #(#fields),* })
        }
    }
}

fn max_age(args: &Args) -> String {
    let seconds = args.max_age().and_then(|max_age| max_age.seconds().ok());
    seconds.map(|seconds| seconds.to_string()).unwrap_or_default()
}

/// Returns the `methods` of a policy, an upper bound for the methods of the routes that name the policy.
fn bound(private: &TokenStream, args: &Args) -> TokenStream {
    match args.elements(Key::Methods).filter(|_| args.macro_kind == MacroKind::Policy) {
        Some(methods) => {
            let methods = joined(private, methods);
            quote!(::core::option::Option::Some(#methods))
        }
        None => quote!(::core::option::Option::None),
    }
}

fn header_names(private: &TokenStream, args: &Args, key: Key) -> TokenStream {
    let lower = |element: &Element| Element { text: element.text.to_ascii_lowercase(), ..element.clone() };
    let names: Vec<Element> = args.elements(key).into_iter().flatten().map(lower).collect();
    joined(private, &names)
}

/// Returns the methods that a route serves to other origins, as one string.
pub(crate) fn methods(private: &TokenStream, args: &Args, route: &RouteContext<'_>) -> TokenStream {
    let listed = args.elements(Key::Methods);
    let texts: Option<Vec<String>> =
        listed.map(|list| list.iter().map(|element| element.text.clone()).collect());
    let allowed = served_to_others(route, texts.as_deref()).into_iter().map(|(method, place)| {
        let listed = place.and_then(|place| listed?.get(place));
        Element {
            text: method.to_owned(),
            cfgs: listed.map(|element| element.cfgs.clone()).unwrap_or_default(),
            span: listed.map_or_else(Span::call_site, |element| element.span),
        }
    });
    joined(private, &allowed.collect::<Vec<_>>())
}

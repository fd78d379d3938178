//! The expression of type `Policy`: a literal, in which every header value is one as well, or is joined by const evaluation.

use cors_core::__macros::{RouteContext, served_to_others};
use cors_core::{Key, MaxAge};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::Path;
use syn::spanned::Spanned as _;

use crate::crate_path::PrivatePath;
use crate::emit::origins;
use crate::emit::tokens::{call_function, call_method, joined};
use crate::parse::args::{Args, MacroKind};
use crate::parse::list::Element;

/// Returns the items that the expression of [`policy`] refers to. The constants of a policy with mistakes are checked all the same.
pub(crate) fn items(private: &PrivatePath, args: &Args, is_right: bool) -> TokenStream {
    if is_right { origins::items(private, args) } else { origins::constants(private, args) }
}

/// Returns the expression of type `Policy`. It is a literal, so that a reference to it can be promoted to a `'static` one.
///
/// A policy with mistakes becomes one that allows nothing, with which its route still expands.
pub(crate) fn policy(private: &PrivatePath, args: &Args, is_right: bool) -> TokenStream {
    if args.is_same_origin() || !is_right {
        return quote!(#private::Policy::SAME_ORIGIN);
    }
    let parts = parts(private, args);
    quote!(#private::Policy { __repr: #private::Repr::Static(#parts) })
}

/// Returns the expression of the kind of a named policy, which depends on its type.
pub(crate) fn kind(private: &PrivatePath, path: &Path, reference: &TokenStream) -> TokenStream {
    call_function(private, "kind", path.span(), reference)
}

/// Returns the reference to a named policy. In messages of the compiler all of it is at the path.
pub(crate) fn reference(path: &Path) -> TokenStream {
    quote_spanned!(path.span()=> &#path)
}

/// Returns the expression of type `StaticPolicy`: the keys that are written, and the rest of the base, or of a policy without keys.
fn parts(private: &PrivatePath, args: &Args) -> TokenStream {
    let base = args.named_policy().map(|named| &named.path);
    let keeps_origins = !args.has(Key::Origins);
    // Dangers are allowed for the origins beside them, so they are replaced together.
    let is_replaced = |key: Key| key == Key::DangerouslyAllow && base.is_some() && !keeps_origins;
    // The `methods` of an attribute are those of its route.
    let can_be_field = |key: Key| key.is_of_policy() || args.macro_kind == MacroKind::Policy;
    let is_field = |key: &Key| can_be_field(*key) && (args.has(*key) || is_replaced(*key));
    let keys: Vec<Key> = Key::ALL.iter().copied().filter(is_field).collect();
    let names = keys.iter().map(|key| Ident::new(key.as_str(), Span::call_site()));
    let values = keys.iter().map(|key| value(private, args, *key));
    let fields = quote!(#(#names: #values,)*);
    let Some(path) = base else {
        return quote!(#private::StaticPolicy { #fields ..#private::StaticPolicy::SAME_ORIGIN });
    };
    // A constant that a function makes may need a destructor, as far as the compiler sees, so that `&` alone is not promoted.
    let reference = reference(path);
    let reference = quote_spanned!(path.span()=> const { #reference });
    let base = call_method(path, &kind(private, path, &reference), "parts", reference);
    let beside = keys.iter().filter(|_| keeps_origins).filter_map(|key| {
        let name = key.as_str();
        Some(call_method(args.report_at(*key)?, &quote!(__cors_base), "check_key_beside", quote!(#name)))
    });
    let together = quote!(#private::StaticPolicy { #fields ..__cors_base });
    // The base is right, so that a single key is the one that does not go with it.
    let mut written = keys.iter().filter_map(|key| args.report_at(*key));
    let report_at = written.next().filter(|_| written.next().is_none()).cloned();
    let report_at = report_at.unwrap_or_else(|| path.to_token_stream());
    let together = call_method(&report_at, &together, "check_merged", quote!(__cors_base, #keeps_origins));
    // A policy in a function would be checked only when the function runs.
    quote!(const { let __cors_base = #base; #(#beside;)* #together })
}

/// Returns the value of the field that has the name of `key`.
fn value(private: &PrivatePath, args: &Args, key: Key) -> TokenStream {
    match key {
        Key::Origins => origins::origins(private, args),
        Key::Methods => upper_bound(private, args),
        Key::Credentials => args.credentials().to_token_stream(),
        Key::MaxAge => MaxAge::header_value(args.max_age()).to_token_stream(),
        Key::DangerouslyAllow => args.dangers().to_token_stream(),
        _ => header_names(private, args, key),
    }
}

/// Returns the `methods` of a policy, an upper bound for the methods of the routes that name the policy.
fn upper_bound(private: &PrivatePath, args: &Args) -> TokenStream {
    let methods = joined(private, args.elements(Key::Methods).unwrap_or_default());
    quote!(::core::option::Option::Some(#methods))
}

fn header_names(private: &PrivatePath, args: &Args, key: Key) -> TokenStream {
    let lower = |element: &Element| Element { text: element.text.to_ascii_lowercase(), ..element.clone() };
    let names: Vec<Element> = args.elements(key).into_iter().flatten().map(lower).collect();
    joined(private, &names)
}

/// Returns the methods that a route serves to other origins, as one string.
pub(crate) fn methods(private: &PrivatePath, args: &Args, route: &RouteContext<'_>) -> TokenStream {
    let listed = args.elements(Key::Methods);
    let texts = args.texts(Key::Methods);
    let allowed = served_to_others(route, texts.as_deref()).into_iter().map(|(method, index)| {
        let listed = index.and_then(|index| listed?.get(index));
        Element {
            text: method.to_owned(),
            cfgs: listed.map(|element| element.cfgs.clone()).unwrap_or_default(),
            span: listed.map_or_else(Span::call_site, |element| element.span),
        }
    });
    joined(private, &allowed.collect::<Vec<_>>())
}

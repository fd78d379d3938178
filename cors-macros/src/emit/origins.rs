//! The origins of a policy, as tokens.

use cors_core::__macros::by_length;
use cors_core::Key;
use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Expr, Ident, Meta};

use crate::crate_path::PrivatePath;
use crate::emit::tokens;
use crate::emit::tokens::{call_method, ends};
use crate::parse::args::Args;
use crate::parse::list::{Constant, Element};
use crate::parse::predicate::PredicatePath;

/// Returns the items that the expression of [`origins`] refers to.
pub(crate) fn items(private: &PrivatePath, args: &Args) -> TokenStream {
    if let Some(predicate) = args.predicate() {
        return predicate.item(private);
    }
    if args.constants().is_empty() {
        return TokenStream::new();
    }
    let constants = constants(private, args);
    let names = numbered(args).map(|(name, Constant { cfgs, .. })| quote!(#(#cfgs)* #name));
    let (_, exact) = literals(args);
    quote! {
        #constants
        const __CORS_LIST: &[&::core::primitive::str] = &[#(#exact,)* #(#names),*];
        const __CORS_DISTINCT: &#private::DistinctOrigins<{ __CORS_LIST.len() }> = &#private::DistinctOrigins::of(__CORS_LIST);
        const __CORS_EXACT: &[&::core::primitive::str] = __CORS_DISTINCT.as_slice();
    }
}

/// Returns the expression of type `StaticOrigins`.
pub(crate) fn origins(private: &PrivatePath, args: &Args) -> TokenStream {
    if let Some(predicate) = args.predicate() {
        return predicate.origins(private);
    }
    let elements = args.elements(Key::Origins).unwrap_or_default();
    if let Some(element) = elements.iter().find(|element| element.text == "*") {
        return star(private, element);
    }
    let (patterns, exact) = literals(args);
    if args.constants().is_empty() {
        quote!(#private::StaticOrigins::List { exact: &[#(#exact),*], patterns: &[#(#patterns),*] })
    } else {
        quote!(#private::StaticOrigins::List { exact: __CORS_EXACT, patterns: &[#(#patterns),*] })
    }
}

/// Returns the patterns and the exact origins that are written as literals.
fn literals(args: &Args) -> (Vec<&Element>, Vec<&Element>) {
    let elements = args.elements(Key::Origins).unwrap_or_default();
    let (patterns, mut exact): (Vec<&Element>, Vec<&Element>) =
        elements.iter().partition(|element| element.text.contains('*'));
    exact.sort_by(|left, right| by_length(left.text.as_bytes(), right.text.as_bytes()));
    (patterns, exact)
}

/// Returns origins that are any where the conditions of the `*` hold, and none elsewhere.
fn star(private: &PrivatePath, star: &Element) -> TokenStream {
    if star.cfgs.is_empty() {
        return quote!(#private::StaticOrigins::Any);
    }
    let conditions = star.cfgs.iter().map(|cfg| match &cfg.meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    });
    // A constant, since a reference to the result of an `if` is not promoted.
    quote! {{
        const __CORS_ORIGINS: #private::StaticOrigins = if true #(&& ::core::cfg!(#conditions))* {
            #private::StaticOrigins::Any
        } else {
            #private::StaticOrigins::List { exact: &[], patterns: &[] }
        };
        __CORS_ORIGINS
    }}
}

/// Returns the constants, each with its name in the expansion.
fn numbered(args: &Args) -> impl Iterator<Item = (Ident, &Constant)> {
    let names = (0..).map(|index| format_ident!("__CORS_CONSTANT_{index}"));
    names.zip(args.constants())
}

/// Returns the constants as items, so that the compiler reads the user's tokens once, each with an item that checks it, so that
/// each has its own error.
///
/// Constants of a module are checked on the module. A handler checks them again only with keys of its own, at these keys.
pub(crate) fn constants(private: &PrivatePath, args: &Args) -> TokenStream {
    let own = |key: Key| args.report_at(key).filter(|_| args.inherited_from(key).is_none());
    let is_inherited = args.inherited_from(Key::Origins).is_some();
    let beside = own(Key::Credentials).or_else(|| own(Key::DangerouslyAllow));
    let (credentials, dangers) = (args.credentials(), args.dangers());
    let item = |(name, Constant { value, cfgs }): (Ident, &Constant)| {
        let report_at = if is_inherited { beside.cloned() } else { Some(value.to_token_stream()) };
        let kind = quote!(#private::OriginText);
        let check = report_at
            .map(|report_at| call_method(&report_at, &kind, "check", quote!(#name, #credentials, #dangers)));
        let check = check.map(|check| quote!(#(#cfgs)* const _: () = #check;));
        let text = constant_text(private, value);
        quote!(#(#cfgs)* const #name: &::core::primitive::str = #text; #check)
    };
    numbered(args).map(item).collect()
}

/// Returns the text of a constant. A constant of another type is an error at the whole of it.
fn constant_text(private: &PrivatePath, value: &Expr) -> TokenStream {
    let (first, last) = ends(value);
    // The spans of these two tokens are the ends of the constant in messages of the compiler.
    let (reference, name) = (quote_spanned!(first=> &), Ident::new("__cors_constant", last));
    let local = Ident::new("__cors_origin_kind", first);
    let argument = quote!(#reference #name);
    let mut arguments = Group::new(Delimiter::Parenthesis, argument.clone());
    arguments.set_span(last);
    let kind = quote!({ use #private::origin_kind as #local; #local #arguments });
    let text = call_method(value, &kind, "text", argument);
    quote!({ let #name = &#value; #text })
}

impl PredicatePath {
    /// Returns an item with the function.
    fn item(&self, private: &PrivatePath) -> TokenStream {
        let Self { path, is_async, .. } = self;
        // The error about a wrong signature has to be at the path of the function.
        let span = Span::call_site().located_at(path.span());
        let call = quote_spanned!(span=> #path(__cors_origin, __cors_request));
        let parameters = quote_spanned!(span=> |__cors_origin, __cors_request|);
        let function = if *is_async {
            let future = tokens::call_function(private, "async_output", span, &call);
            quote!(#private::PredicateFn::Async(#parameters #future))
        } else {
            let output = tokens::call_function(private, "output", span, &call);
            quote!(#private::PredicateFn::Sync(#parameters #output))
        };
        quote!(static __CORS_PREDICATE: #private::PredicateFn = #function;)
    }

    /// Returns the expression of type `StaticOrigins`.
    fn origins(&self, private: &PrivatePath) -> TokenStream {
        let Self { text, vary, .. } = self;
        quote! {
            #private::StaticOrigins::Predicate(#private::Predicate {
                text: #text,
                module: ::core::module_path!(),
                framework: #private::FRAMEWORK,
                vary: &[#(#vary),*],
                function: &__CORS_PREDICATE,
            })
        }
    }
}

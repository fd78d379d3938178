//! The policy as a `static`: every header value is a literal when the program starts.

use cors_core::__private::{Layout, RouteFacts, served_to_others, shorter_first};
use cors_core::{Key, Pattern};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Meta;

use crate::args::Args;
use crate::list::{Element, joined};

/// The expression of type `Policy` for arguments without mistakes.
pub(crate) fn policy(krate: &TokenStream, args: &Args) -> TokenStream {
    let private = quote!(#krate::__private);
    if args.same_origin {
        return quote!(#private::Policy::SAME_ORIGIN);
    }
    let origins = origins(&private, args.lists.get(&Key::Origins).map(Vec::as_slice).unwrap_or_default());
    let allow_headers = header_names(&private, args, Key::AllowHeaders);
    let expose_headers = header_names(&private, args, Key::ExposeHeaders);
    let credentials = args.credentials;
    let seconds = args.max_age.as_ref().and_then(|max_age| max_age.seconds().ok());
    let max_age = seconds.map(|seconds| seconds.to_string()).unwrap_or_default();
    quote! {
        #private::Policy::from_checked(#private::Checked {
            origins: #origins,
            allow_headers: #allow_headers,
            expose_headers: #expose_headers,
            credentials: #credentials,
            max_age: #max_age,
        })
    }
}

/// A policy that allows nothing (not even `*` or the methods of the route), with which a route with mistakes still expands.
pub(crate) fn nothing(krate: &TokenStream) -> TokenStream {
    quote!(#krate::__private::Policy::SAME_ORIGIN)
}

fn origins(private: &TokenStream, elements: &[Element]) -> TokenStream {
    let any = quote!(#private::CheckedOrigins::Any);
    if let Some(star) = elements.iter().find(|element| element.text == "*") {
        let conditions = star.cfgs.iter().map(|cfg| match &cfg.meta {
            Meta::List(list) => list.tokens.clone(),
            _ => TokenStream::new(),
        });
        let nobody = quote!(#private::CheckedOrigins::List { exact: &[], patterns: &[] });
        // One condition for any number of `#[cfg]`s, none included.
        return quote!(if true #(&& ::core::cfg!(#conditions))* { #any } else { #nobody });
    }
    let (patterns, mut exact): (Vec<&Element>, Vec<&Element>) =
        elements.iter().partition(|element| element.text.contains('*'));
    exact.sort_by(|left, right| shorter_first(left.text.as_bytes(), right.text.as_bytes()));
    let exact =
        exact.iter().map(|Element { text, cfgs, .. }| quote!(#(#cfgs)* #private::Cow::Borrowed(#text)));
    let patterns = patterns.iter().filter_map(|element| pattern(private, element));
    quote!(#private::CheckedOrigins::List { exact: &[#(#exact),*], patterns: &[#(#patterns),*] })
}

/// A pattern with what its parsing has found, so that const evaluation need not repeat it.
fn pattern(private: &TokenStream, Element { text, cfgs, .. }: &Element) -> Option<TokenStream> {
    let Layout { scheme, host, subdomains, any_port } = Pattern::parse(text.clone()).ok()?.layout;
    Some(quote! {
        #(#cfgs)*
        #private::Pattern {
            text: #private::Cow::Borrowed(#text),
            layout: #private::Layout {
                scheme: #scheme,
                host: #host,
                subdomains: #subdomains,
                any_port: #any_port,
            },
        }
    })
}

fn header_names(private: &TokenStream, args: &Args, key: Key) -> TokenStream {
    let lower = |element: &Element| Element { text: element.text.to_ascii_lowercase(), ..element.clone() };
    let names: Vec<Element> = args.lists.get(&key).into_iter().flatten().map(lower).collect();
    joined(private, &names)
}

/// The methods that a route serves to other origins, as one string.
pub(crate) fn methods(krate: &TokenStream, args: &Args, route: &RouteFacts<'_>) -> TokenStream {
    let listed = args.lists.get(&Key::Methods);
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
    joined(&quote!(#krate::__private), &allowed.collect::<Vec<_>>())
}

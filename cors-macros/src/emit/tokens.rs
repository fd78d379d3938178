//! Small pieces of an expansion.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Ident;

use crate::crate_path::PrivatePath;
use crate::parse::list::Element;

/// Returns the elements as one string, as in the value of a header. It is a literal if no element is conditional.
pub(crate) fn joined(private: &PrivatePath, elements: &[Element]) -> TokenStream {
    let texts = elements.iter().map(|element| element.text.as_str());
    if elements.iter().all(|element| element.cfgs.is_empty()) {
        let joined = texts.collect::<Vec<_>>().join(", ");
        return quote!(#joined);
    }
    quote! {{
        const __CORS_LIST: &[&::core::primitive::str] = &[#(#elements),*];
        const __CORS_JOINED: [::core::primitive::u8; #private::joined_len(__CORS_LIST)] = #private::join(__CORS_LIST);
        #private::text(&__CORS_JOINED)
    }}
}

/// Returns `function(arguments)`, with a function of the adapter. In messages of the compiler all of it is at `span`.
pub(crate) fn call_function(
    private: &PrivatePath,
    function: &str,
    span: Span,
    arguments: &TokenStream,
) -> TokenStream {
    let (name, local) =
        (Ident::new(function, Span::call_site()), format_ident!("__cors_{function}", span = span));
    let call = quote_spanned!(span=> #local(#arguments));
    quote!({ use #private::#name as #local; #call })
}

/// Returns `receiver.method(arguments)` for const evaluation, with errors that point at the whole of `report_at`.
pub(crate) fn call_method(
    report_at: &impl ToTokens,
    receiver: &TokenStream,
    method: &str,
    arguments: TokenStream,
) -> TokenStream {
    let (first, last) = ends(report_at);
    let (variable, method) = (Ident::new("__cors_receiver", first), Ident::new(method, first));
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(last);
    quote!({ let #variable = #receiver; #variable.#method #arguments })
}

/// Returns the spans of the first and the last token.
pub(crate) fn ends(tokens: &impl ToTokens) -> (Span, Span) {
    let spans: Vec<Span> = tokens.to_token_stream().into_iter().map(|token| token.span()).collect();
    let span = |span: Option<&Span>| span.copied().unwrap_or_else(Span::call_site);
    (span(spans.first()), span(spans.last()))
}

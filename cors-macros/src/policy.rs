//! The policy as a `static`: every header value is a literal when the program starts.

use cors_core::__private::{Layout, RouteFacts, served_to_others, shorter_first};
use cors_core::{Key, Pattern};
use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Expr, Ident, Meta, Path};

use crate::args::{Args, Named, Place};
use crate::list::{Constant, Element, joined};

/// The expression of type `Policy` for arguments without mistakes, as a `static` has it.
pub(crate) fn policy(krate: &TokenStream, args: &Args) -> TokenStream {
    let private = quote!(#krate::__private);
    if args.same_origin {
        return quote!(#private::Policy::SAME_ORIGIN);
    }
    let checked = checked(krate, args);
    quote!(#private::Policy::from_checked(#checked))
}

/// As [`policy`], where the value may become a constant that is borrowed for ever.
pub(crate) fn constant(krate: &TokenStream, args: &Args) -> TokenStream {
    let private = quote!(#krate::__private);
    if args.same_origin {
        return quote!(#private::Policy::SAME_ORIGIN);
    }
    let checked = checked(krate, args);
    quote!(#private::Policy { __parts: #private::Parts::Literal(#checked) })
}

/// A policy that allows nothing (not even `*` or the methods of the route), with which a route with mistakes still expands.
/// Constants are looked at all the same.
pub(crate) fn nothing(krate: &TokenStream, args: &Args) -> TokenStream {
    let private = quote!(#krate::__private);
    let items = constant_items(&private, args);
    quote!({ #items #private::Policy::SAME_ORIGIN })
}

/// What is known of a policy by its type.
pub(crate) fn kind(krate: &TokenStream, path: &Path) -> TokenStream {
    call(&quote!(#krate::__private), "kind", path.span(), &reference(path))
}

/// A policy that stands elsewhere, as an expression that is all at its path.
pub(crate) fn reference(path: &Path) -> TokenStream {
    quote_spanned!(path.span()=> &#path)
}

/// The expression of type `Checked`.
fn checked(krate: &TokenStream, args: &Args) -> TokenStream {
    let private = &quote!(#krate::__private);
    let fields = [
        (Key::Origins, quote!(origins), origins(private, args)),
        (Key::AllowHeaders, quote!(allow_headers), header_names(private, args, Key::AllowHeaders)),
        (Key::ExposeHeaders, quote!(expose_headers), header_names(private, args, Key::ExposeHeaders)),
        (Key::Credentials, quote!(credentials), args.credentials.to_token_stream()),
        (Key::MaxAge, quote!(max_age), max_age(args).to_token_stream()),
        (Key::DangerouslyAllow, quote!(dangerously_allow), dangers(args).to_token_stream()),
        (Key::Methods, quote!(methods), bound(private, args)),
    ];
    let field = |(_, name, value): &(Key, TokenStream, TokenStream)| quote!(#name: #value);
    match &args.policy {
        // What is not written comes from the other policy, and what is written replaces it.
        Some(Named { path, .. }) => {
            let is_written = |key: &Key| args.places.contains_key(key);
            // A danger is allowed for the origins that it stands beside.
            let is_replaced =
                |key: &Key| is_written(key) || (*key == Key::DangerouslyAllow && is_written(&Key::Origins));
            let written = fields.iter().filter(|(key, ..)| is_replaced(key)).map(field);
            let base = judged(path, &kind(krate, path), "checked", reference(path));
            let together = quote!(#private::Checked { #(#written,)* ..__cors_base });
            let has_its_origins = !is_written(&Key::Origins);
            let together = judged(path, &together, "checked_together", quote!(__cors_base, #has_its_origins));
            quote!({ let __cors_base = #base; #together })
        }
        None => {
            let fields = fields.iter().map(field);
            quote!(#private::Checked { #(#fields),* })
        }
    }
}

fn max_age(args: &Args) -> String {
    let seconds = args.max_age.as_ref().and_then(|max_age| max_age.seconds().ok());
    seconds.map(|seconds| seconds.to_string()).unwrap_or_default()
}

fn dangers(args: &Args) -> String {
    let words = args.lists.get(&Key::DangerouslyAllow).into_iter().flatten();
    words.map(|word| word.text.as_str()).collect::<Vec<_>>().join(", ")
}

/// The methods that a policy allows at most. On a route they are left out of those that it serves.
fn bound(private: &TokenStream, args: &Args) -> TokenStream {
    match args.lists.get(&Key::Methods).filter(|_| args.place == Place::Policy) {
        Some(methods) => {
            let methods = joined(private, methods);
            quote!(::core::option::Option::Some(#methods))
        }
        None => quote!(::core::option::Option::None),
    }
}

fn origins(private: &TokenStream, args: &Args) -> TokenStream {
    if let Some(predicate) = &args.predicate {
        return predicate.origins(private);
    }
    let elements = args.lists.get(&Key::Origins).map(Vec::as_slice).unwrap_or_default();
    if let Some(star) = elements.iter().find(|element| element.text == "*") {
        return any(private, star);
    }
    let (patterns, mut exact): (Vec<&Element>, Vec<&Element>) =
        elements.iter().partition(|element| element.text.contains('*'));
    exact.sort_by(|left, right| shorter_first(left.text.as_bytes(), right.text.as_bytes()));
    let exact = exact.iter().map(|Element { text, cfgs, .. }| quote!(#(#cfgs)* #text));
    let patterns = patterns.iter().filter_map(|element| pattern(private, element));
    let patterns = quote!(&[#(#patterns),*]);
    if args.constants.is_empty() {
        return quote!(#private::CheckedOrigins::List { exact: &[#(#exact),*], patterns: #patterns });
    }
    let items = constant_items(private, args);
    let named = constants(args).map(|(name, Constant { cfgs, .. })| quote!(#(#cfgs)* #name));
    quote! {{
        #items
        const __CORS_LIST: &[&::core::primitive::str] = &[#(#exact,)* #(#named),*];
        const __CORS_EXACT: [&::core::primitive::str; #private::distinct(__CORS_LIST)] = #private::sorted(__CORS_LIST);
        #private::CheckedOrigins::List { exact: &__CORS_EXACT, patterns: #patterns }
    }}
}

/// Any origin, where the conditions of the `*` hold.
fn any(private: &TokenStream, star: &Element) -> TokenStream {
    let conditions = star.cfgs.iter().map(|cfg| match &cfg.meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    });
    // One condition for any number of `#[cfg]`s, none included.
    quote! {
        if true #(&& ::core::cfg!(#conditions))* {
            #private::CheckedOrigins::Any
        } else {
            #private::CheckedOrigins::List { exact: &[], patterns: &[] }
        }
    }
}

/// The constants, and names for them.
fn constants(args: &Args) -> impl Iterator<Item = (Ident, &Constant)> {
    let names = (0..).map(|index| format_ident!("__CORS_CONSTANT_{index}"));
    names.zip(&args.constants)
}

/// The constants as items, so that the compiler reads the user's tokens once, and items that check them, so that each has
/// its own error. Those of a module are checked there, and with keys of the handler at these.
pub(crate) fn constant_items(private: &TokenStream, args: &Args) -> TokenStream {
    let own = |key: Key| args.places.get(&key).filter(|_| !args.from.contains_key(&key));
    let is_inherited = args.from.contains_key(&Key::Origins);
    let beside = own(Key::Credentials).or_else(|| own(Key::DangerouslyAllow));
    let (credentials, dangers) = (args.credentials, dangers(args));
    let item = |(name, Constant { value, cfgs }): (Ident, &Constant)| {
        let place = if is_inherited { beside.cloned() } else { Some(value.to_token_stream()) };
        let constant = quote!(#private::Constant(#name));
        let check = place.map(|place| judged(&place, &constant, "check", quote!(#credentials, #dangers)));
        let check = check.map(|check| quote!(#(#cfgs)* const _: () = #check;));
        let text = constant_text(private, value);
        quote!(#(#cfgs)* const #name: &::core::primitive::str = #text; #check)
    };
    constants(args).map(item).collect()
}

/// The text of a constant. What has another type is an error at the whole of it.
fn constant_text(private: &TokenStream, value: &Expr) -> TokenStream {
    let (first, last) = ends(value);
    // Where these begin and end for the compiler, the constant does.
    let (reference, name) = (quote_spanned!(first=> &), Ident::new("__cors_constant", last));
    let local = Ident::new("__cors_origin_kind", first);
    let argument = quote!(#reference #name);
    let mut arguments = Group::new(Delimiter::Parenthesis, argument.clone());
    arguments.set_span(last);
    let kind = quote!({ use #private::origin_kind as #local; #local #arguments });
    let text = judged(value, &kind, "text", argument);
    quote!({ let #name = &#value; #text })
}

/// `function(arguments)`, a function of the adapter, all of which stands at `span` for the compiler.
pub(crate) fn call(
    private: &TokenStream,
    function: &str,
    span: Span,
    arguments: &TokenStream,
) -> TokenStream {
    let (name, local) =
        (Ident::new(function, Span::call_site()), format_ident!("__cors_{function}", span = span));
    let call = quote_spanned!(span=> #local(#arguments));
    quote!({ use #private::#name as #local; #call })
}

/// `receiver.method(arguments)` for const evaluation, whose errors then point at the whole of `place`.
pub(crate) fn judged(
    place: &impl ToTokens,
    receiver: &TokenStream,
    method: &str,
    arguments: TokenStream,
) -> TokenStream {
    let (first, last) = ends(place);
    let (variable, method) = (Ident::new("__cors_judged", first), Ident::new(method, first));
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(last);
    quote!({ let #variable = #receiver; #variable.#method #arguments })
}

/// The spans of the first token and of the last.
fn ends(place: &impl ToTokens) -> (Span, Span) {
    let spans: Vec<Span> = place.to_token_stream().into_iter().map(|token| token.span()).collect();
    let span = |span: Option<&Span>| span.copied().unwrap_or_else(Span::call_site);
    (span(spans.first()), span(spans.last()))
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

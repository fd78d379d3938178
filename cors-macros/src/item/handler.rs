//! The handler below the attribute: its signature, its route attributes, and the methods that it serves.
//!
//! The body stays tokens, so that a half-typed one is an error of the compiler alone.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{Abi, Attribute, FnArg, Ident, Meta, Pat, Signature, Token, Type, Visibility};

use crate::item::arguments::arguments;
use crate::item::route_syntax::{ANY_METHOD, RouteSyntax, last_segment};
use crate::token_trees::visible;

/// A function with its attributes.
pub(crate) struct Handler {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) sig: Signature,
    pub(crate) body: TokenStream,
}

/// A route attribute of a handler.
pub(crate) struct HandlerRoute {
    /// The index of the attribute among those of the handler.
    pub(crate) index: usize,
    /// The methods that the route serves, in upper case.
    pub(crate) methods: Vec<String>,
}

impl Parse for Handler {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self {
            attrs: input.call(Attribute::parse_outer)?,
            vis: input.parse()?,
            sig: input.parse()?,
            body: input.parse()?,
        })
    }
}

impl ToTokens for Handler {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { attrs, vis, sig, body } = self;
        tokens.append_all(attrs);
        vis.to_tokens(tokens);
        sig.to_tokens(tokens);
        body.to_tokens(tokens);
    }
}

impl Handler {
    /// Returns the route attributes that serve a method, so none of those that join others, each with the methods that it names.
    pub(crate) fn routes(&self, syntax: &RouteSyntax) -> Vec<HandlerRoute> {
        let route = |(index, attribute): (usize, &Attribute)| {
            let name = last_segment(attribute)?.to_string();
            let methods = match syntax.method(&name) {
                Some(method) => vec![method],
                None if name == ANY_METHOD => {
                    arguments(attribute).iter().filter_map(syntax.named_method).collect()
                }
                None => return None,
            };
            Some(HandlerRoute { index, methods })
        };
        let mut routes: Vec<HandlerRoute> = self.attrs.iter().enumerate().filter_map(route).collect();
        let is_route = |route: &HandlerRoute| {
            self.attrs.get(route.index).is_some_and(|attribute| begins_as_route(syntax, attribute))
        };
        // If none is, the mistake in the arguments is reported by the framework.
        if routes.iter().any(is_route) {
            routes.retain(is_route);
        }
        routes
    }

    /// Reports whether the type of a parameter with such a name ends in `Json`. `Option<Json<…>>` and `Either<Json<…>, …>` do not
    /// count, since they take other bodies, too.
    pub(crate) fn takes_json(&self, is_named: impl Fn(&str) -> bool) -> bool {
        self.parameters().any(|(name, ty)| is_named(&name) && ends_in_json(ty))
    }

    /// Returns the attributes with this name, for other items of the expansion.
    pub(crate) fn attributes(&self, name: &str) -> Vec<Attribute> {
        self.attrs.iter().filter(|attribute| attribute.path().is_ident(name)).cloned().collect()
    }

    /// Takes the attributes for which `is_taken` is true, which gets the index of each.
    pub(crate) fn take_attributes(&mut self, is_taken: impl Fn(usize, &Attribute) -> bool) -> Vec<Attribute> {
        let mut indexes = 0..;
        let is_taken =
            |attribute: &mut Attribute| indexes.next().is_some_and(|index| is_taken(index, attribute));
        self.attrs.extract_if(.., is_taken).collect()
    }

    /// Returns the name and the type of each parameter. A pattern has an empty name.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (String, &Type)> {
        self.sig.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(typed) => match &*typed.pat {
                Pat::Ident(pattern) => Some((pattern.ident.unraw().to_string(), &*typed.ty)),
                _ => Some((String::new(), &*typed.ty)),
            },
            FnArg::Receiver(_) => None,
        })
    }
}

/// Returns the methods of several routes, each once.
pub(crate) fn methods_of<'a>(routes: impl IntoIterator<Item = &'a HandlerRoute>) -> Vec<&'a str> {
    let mut methods: Vec<&str> = Vec::new();
    for method in routes.into_iter().flat_map(|route| &route.methods) {
        if !methods.contains(&method.as_str()) {
            methods.push(method);
        }
    }
    methods
}

/// Returns the kind of the body of a handler that takes JSON.
pub(crate) fn json_body(handler: &Handler, _: &[HandlerRoute]) -> Option<String> {
    handler.takes_json(|_| true).then(|| "JSON".to_owned())
}

/// Reports whether an item begins as a function, whatever follows.
pub(crate) fn begins_as_function(item: &TokenStream) -> bool {
    let begins = |input: ParseStream<'_>| {
        input.call(Attribute::parse_outer)?;
        input.parse::<Visibility>()?;
        input.parse::<Option<Token![const]>>()?;
        input.parse::<Option<Token![async]>>()?;
        input.parse::<Option<Token![unsafe]>>()?;
        input.parse::<Option<Abi>>()?;
        let begins = input.peek(Token![fn]);
        input.parse::<TokenStream>()?;
        Ok(begins)
    };
    begins.parse2(item.clone()).unwrap_or(false)
}

/// Returns an identifier of the user with a span of the expansion, whose tokens have the edition of this crate.
pub(crate) fn respanned(ident: &Ident, span: Span) -> Ident {
    // `gen` is a keyword since edition 2024, and `r#gen` a name in every edition.
    if ident == "gen" {
        return Ident::new_raw("gen", span);
    }
    let mut ident = ident.clone();
    ident.set_span(span);
    ident
}

/// Reports whether a type has an `impl Trait`, which has no name elsewhere.
pub(crate) fn has_impl(ty: &Type) -> bool {
    fn within(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|tree| match tree {
            TokenTree::Ident(word) => word == "impl",
            TokenTree::Group(group) => within(group.stream()),
            _ => false,
        })
    }
    within(ty.to_token_stream())
}

fn begins_as_route(syntax: &RouteSyntax, attribute: &Attribute) -> bool {
    let (Some(name), Meta::List(list)) = (last_segment(attribute), &attribute.meta) else { return false };
    syntax.begins_as_route(&name.to_string(), &visible(list.tokens.clone()))
}

fn ends_in_json(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => path.path.segments.last().is_some_and(|segment| segment.ident == "Json"),
        Type::Group(group) => ends_in_json(&group.elem),
        Type::Paren(paren) => ends_in_json(&paren.elem),
        _ => false,
    }
}

//! The arguments of route attributes.

use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Expr, Ident, Lit, Meta, Token};

use crate::parse::literal::peel;

/// An argument of a route attribute: `"/path"`, `key = value`, or a bare word.
pub(crate) struct Argument {
    pub(crate) key: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) word: Option<String>,
}

/// Reads the arguments before the first that cannot be read. Mistakes in them are reported by the framework.
pub(crate) fn arguments(attribute: &Attribute) -> Vec<Argument> {
    let Meta::List(list) = &attribute.meta else { return Vec::new() };
    let mut arguments = Vec::new();
    let parsed = |input: ParseStream<'_>| {
        while !input.is_empty() {
            let key = match input.peek2(Token![=]) {
                true => Some(input.call(Ident::parse_any).map(|key: Ident| key.to_string())?),
                false => None,
            };
            if key.is_some() {
                input.parse::<Token![=]>()?;
            }
            let (text, word) = match peel(&input.parse::<Expr>()?) {
                Expr::Lit(lit) => match &lit.lit {
                    Lit::Str(text) => (Some(text.value()), None),
                    _ => (None, None),
                },
                other => (None, Some(other.to_token_stream().to_string())),
            };
            arguments.push(Argument { key, text, word });
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    };
    let _ = parsed.parse2(list.tokens.clone());
    arguments
}

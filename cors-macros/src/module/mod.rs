//! `#[cors(…)]` on a module, whose keys go to the routes inside.
//!
//! The keys become an attribute of each route. This attribute is expanded and checked like any other.

mod attribute;
mod functions;
mod item;
mod rewrite;

use cors_core::__macros::CheckContext;
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Token, Visibility};

use crate::check::check_policy;
use crate::crate_path::PrivatePath;
use crate::emit::origins;
use crate::errors::Errors;
use crate::item::route_syntax::RouteSyntax;
use crate::module::rewrite::ModuleRewriter;
use crate::parse::inherit::Nested;
use crate::token_trees::with_stream;

/// A module with its attributes.
pub(crate) struct Module {
    pub(crate) attrs: Vec<Attribute>,
    vis: Visibility,
    unsafety: Option<Token![unsafe]>,
    mod_token: Token![mod],
    pub(crate) ident: Ident,
    /// `None` for `mod name;`, whose body is in another file.
    body: Option<Group>,
}

impl Parse for Module {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let (vis, unsafety, mod_token) = (input.parse()?, input.parse()?, input.parse()?);
        let ident = input.call(Ident::parse_any)?;
        let body = match input.parse()? {
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => Some(body),
            TokenTree::Punct(end) if end.as_char() == ';' => None,
            other => return Err(syn::Error::new(other.span(), "")),
        };
        Ok(Self { attrs, vis, unsafety, mod_token, ident, body })
    }
}

impl ToTokens for Module {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { attrs, vis, unsafety, mod_token, ident, body } = self;
        let end = body.is_none().then(|| quote!(;));
        tokens.extend(quote!(#(#attrs)* #vis #unsafety #mod_token #ident #body #end));
    }
}

/// The attribute with its arguments, above an item.
pub(crate) struct Invocation<'a> {
    pub(crate) crate_path: TokenStream,
    /// The arguments of the enclosing modules, as [`inherit::split`](crate::parse::inherit::split) returns them.
    pub(crate) enclosing: TokenStream,
    /// The arguments of this attribute.
    pub(crate) written: TokenStream,
    pub(crate) nested: &'a Nested,
}

/// Returns the module with its keys on each route and each module inside, and the checks of its constants.
pub(crate) fn expand(
    syntax: &RouteSyntax,
    invocation: &Invocation<'_>,
    mut module: Module,
    errors: &mut Errors,
) -> TokenStream {
    let Invocation { crate_path, enclosing, written, nested } = invocation;
    let ident = &module.ident;
    nested.check_dangers_without_origins(ident, errors);
    let is_movable = nested.own.check_generic_paths(errors);
    check_policy(nested, CheckContext { is_partial: true, ..CheckContext::default() }, errors);
    let Some(body) = &module.body else {
        errors.push(
            ident.span(),
            format!(
                "the handlers of `mod {ident};` are in another file, which a macro does not see; write \
                 `#[cors(policy = …)]` on each of them, or give the application a default policy"
            ),
        );
        return module.into_token_stream();
    };
    // The routes of a wrong module inherit only that the module is wrong, and the path of the adapter.
    let inherited = if nested.is_right(errors) {
        quote!(#enclosing #ident { #written })
    } else {
        quote!(!#ident { crate = #crate_path })
    };
    // The constants are read inside of a module, `__cors`, so that their paths begin with `super` as on the routes. Without it a path
    // could name an item of the function that the module is in.
    let mut inside = nested.merged.clone();
    inside.move_inwards(1);
    let constants = origins::constants(&PrivatePath::of(crate_path), &inside);
    let checks =
        (is_movable && !constants.is_empty()).then(|| quote!(const _: () = { mod __cors { #constants } };));

    if enclosing.is_empty() {
        functions::check_renamed(syntax, ident, &body.stream(), errors);
    }
    let mut rewriter = ModuleRewriter { syntax, crate_path, module: ident, inherited, errors };
    let rewritten = rewriter.block(body.stream());
    module.body = Some(with_stream(body, rewritten));
    quote!(#module #checks)
}

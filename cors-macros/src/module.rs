//! `#[cors(…)]` on a module gives its keys to the routes inside.
//!
//! It only hands them on, as an attribute of each route, which is expanded and checked where it stands.

use cors_core::__private::Scope;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Attribute, LitStr, MacroDelimiter, Meta, MetaList, Token, Visibility, token};

use crate::args::Args;
use crate::check;
use crate::errors::Errors;
use crate::handler::{Framework, last_segment};
use crate::policy;

/// A module with its attributes.
pub(crate) struct Module {
    pub(crate) attrs: Vec<Attribute>,
    vis: Visibility,
    unsafety: Option<Token![unsafe]>,
    mod_token: Token![mod],
    pub(crate) ident: Ident,
    /// `None` if it is in another file.
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

/// What the attribute of a module says.
pub(crate) struct Attributed<'a> {
    pub(crate) framework: Framework,
    pub(crate) krate: TokenStream,
    /// What the modules around have written.
    pub(crate) around: TokenStream,
    /// What this one has written.
    pub(crate) written: TokenStream,
    pub(crate) own: &'a Args,
}

/// The module with its keys on each route and on each module inside, and the checks of its constants.
pub(crate) fn expand(attribute: &Attributed<'_>, mut module: Module, errors: &mut Errors) -> TokenStream {
    let Attributed { framework, krate, around, written, own } = attribute;
    let ident = &module.ident;
    let Some(body) = &module.body else {
        errors.push(
            ident.span(),
            format!(
                "the handlers of `mod {ident};` are in another file, which a macro does not see; \
                 name one policy on each of them with `policy = …`, or give the application a default policy"
            ),
        );
        return module.into_token_stream();
    };
    check::check(own, Scope { is_partial: true, ..Scope::default() }, errors);
    let is_right = errors.is_empty() && !own.is_in_wrong_module();
    // Of a wrong module the routes inside know that, and how to reach the adapter.
    let given =
        if is_right { quote!(#around #ident { #written }) } else { quote!(!#ident { crate = #krate }) };
    let constants = policy::constant_items(&quote!(#krate::__private), &own.with_inherited());
    let checks = (is_right && !constants.is_empty()).then(|| quote!(const _: () = { #constants };));

    let giver = Giver { framework: *framework, krate, given };
    let items = |input: ParseStream<'_>| giver.items(input);
    let rewritten = items.parse2(body.stream()).unwrap_or_else(|_| body.stream());
    module.body = Some(grouped(body, rewritten));
    quote!(#module #checks)
}

/// Puts what the modules around have written on the items of a module, and leaves all else as it is.
struct Giver<'a> {
    framework: Framework,
    krate: &'a TokenStream,
    given: TokenStream,
}

/// An item that can have `#[cors]`.
enum Kind {
    Function(Ident),
    Module(Ident),
}

impl Giver<'_> {
    /// The items, of which only the beginning is read, so that half-typed ones are the compiler's business.
    fn items(&self, input: ParseStream<'_>) -> syn::Result<TokenStream> {
        let mut items = TokenStream::new();
        while !input.is_empty() {
            items.extend(self.item(input)?);
        }
        Ok(items)
    }

    fn item(&self, input: ParseStream<'_>) -> syn::Result<TokenStream> {
        if let Ok(TokenTree::Group(group)) = input.fork().parse()
            && group.delimiter() == Delimiter::None
            && ends_an_item(&TokenTree::from(group.clone()))
        {
            // What a variable of a `macro_rules!` held.
            input.parse::<TokenTree>()?;
            let items = |input: ParseStream<'_>| self.items(input);
            return Ok(grouped(&group, items.parse2(group.stream())?).into_token_stream());
        }
        let mut attributes = attributes(input)?;
        if let Some(kind) = kind(&input.fork()) {
            self.give(&mut attributes, &kind);
        }
        let mut item: TokenStream = attributes.into_iter().collect();
        while !input.is_empty() {
            let tree: TokenTree = input.parse()?;
            let is_last = ends_an_item(&tree);
            item.extend([tree]);
            if is_last {
                break;
            }
        }
        Ok(item)
    }

    /// Extends the `#[cors]` of an item, or adds one to a route or a module.
    fn give(&self, attributes: &mut Vec<TokenStream>, kind: &Kind) {
        let parsed: Vec<Option<Attribute>> = attributes.iter().map(parsed).collect();
        let find = |is_meant: &dyn Fn(&Attribute) -> bool| {
            parsed.iter().position(|attribute| attribute.as_ref().is_some_and(is_meant))
        };
        let own = find(&|attribute| last_segment(attribute).is_some_and(|last| last == "cors"));
        if let Some((place, own)) =
            own.and_then(|index| attributes.get_mut(index).zip(parsed.get(index)?.clone()))
        {
            *place = self.extended(own).into_token_stream();
            return;
        }
        match kind {
            Kind::Function(ident) => {
                let route = find(&|attribute| self.framework.is_route(attribute));
                if let Some((at, tokens)) = route.and_then(|at| Some((at, attributes.get(at)?))) {
                    // Rocket's variables take their hygiene from the expansion, which has to be that of the route attribute.
                    let attribute = self.attribute(tokens.span().located_at(ident.span()));
                    attributes.insert(at, attribute);
                }
            }
            Kind::Module(ident) => {
                attributes.push(self.attribute(Span::call_site().located_at(ident.span())))
            }
        }
    }

    fn extended(&self, mut attribute: Attribute) -> Attribute {
        let given = &self.given;
        match &mut attribute.meta {
            Meta::List(list) => {
                let own = &list.tokens;
                list.tokens = quote!(__inherit(#given), #own);
            }
            Meta::Path(path) => {
                attribute.meta = Meta::List(MetaList {
                    path: path.clone(),
                    delimiter: MacroDelimiter::Paren(token::Paren::default()),
                    tokens: quote!(__inherit(#given)),
                });
            }
            Meta::NameValue(_) => {}
        }
        attribute
    }

    /// The attribute of an item without one. Its mistakes are reported at `span`.
    fn attribute(&self, span: Span) -> TokenStream {
        let Self { krate, given, .. } = self;
        let inner = quote!(#krate::cors(__inherit(#given)));
        quote_spanned!(span=> #[#inner])
    }
}

/// The attributes of the next item, each as it is written. The inner ones of the module come before the first.
fn attributes(input: ParseStream<'_>) -> syn::Result<Vec<TokenStream>> {
    let mut attributes = Vec::new();
    let is_inner = |input: ParseStream<'_>| input.peek2(Token![!]) && input.peek3(token::Bracket);
    while input.peek(Token![#]) && (input.peek2(token::Bracket) || is_inner(input)) {
        let (pound, bang): (Token![#], Option<Token![!]>) = (input.parse()?, input.parse()?);
        let content: TokenTree = input.parse()?;
        attributes.push(quote!(#pound #bang #content));
    }
    Ok(attributes)
}

fn parsed(attribute: &TokenStream) -> Option<Attribute> {
    Attribute::parse_outer.parse2(attribute.clone()).ok()?.pop()
}

/// What the item is behind its attributes.
fn kind(input: ParseStream<'_>) -> Option<Kind> {
    input.parse::<Visibility>().ok()?;
    while input.peek(Token![const]) || input.peek(Token![async]) || input.peek(Token![unsafe]) {
        input.parse::<TokenTree>().ok()?;
    }
    if input.parse::<Option<Token![extern]>>().ok()?.is_some() {
        input.parse::<Option<LitStr>>().ok()?;
    }
    if input.parse::<Option<Token![fn]>>().ok()?.is_some() {
        return input.call(Ident::parse_any).ok().map(Kind::Function);
    }
    input.parse::<Token![mod]>().ok()?;
    input.call(Ident::parse_any).ok().map(Kind::Module)
}

/// Whether an item ends with this, as far as that matters: nothing that begins behind it looks like a function or a module.
fn ends_an_item(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            group.stream().into_iter().last().is_some_and(|last| ends_an_item(&last))
        }
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    }
}

/// Other tokens in the brackets of `group`.
fn grouped(group: &Group, tokens: TokenStream) -> Group {
    let mut other = Group::new(group.delimiter(), tokens);
    other.set_span(group.span());
    other
}

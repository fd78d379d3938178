//! The handler below the attribute: its signature, its route attributes, and the methods that it serves.
//!
//! The body stays tokens, so that a half-typed one is the compiler's business and not ours.

use cors_core::__private::includes_safelisted_media_type;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{Attribute, Expr, FnArg, Ident, Lit, LitStr, Meta, Pat, Signature, Token, Type, Visibility};

use crate::item::framework::{Framework, last_segment};

/// A function with its attributes.
pub(crate) struct Handler {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) sig: Signature,
    pub(crate) body: TokenStream,
}

/// A route attribute of a handler.
pub(crate) struct HandlerRoute {
    /// Its place among the handler's attributes.
    pub(crate) index: usize,
    /// The methods that it serves, in upper case.
    pub(crate) methods: Vec<String>,
}

impl HandlerRoute {
    /// Reports whether Rocket compares `format` with `Content-Type`, which it then demands without a body as well (Rocket,
    /// `Method::supports_payload`).
    fn has_payload(&self) -> bool {
        self.methods.iter().any(|method| ["POST", "PUT", "PATCH", "DELETE"].contains(&method.as_str()))
    }
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
        tokens.extend(quote!(#(#attrs)* #vis #sig #body));
    }
}

impl Handler {
    /// The route attributes. Actix-web's `#[routes]` serves none itself; those beside it do.
    pub(crate) fn routes(&self, framework: Framework) -> Vec<HandlerRoute> {
        let route = |(index, attribute): (usize, &Attribute)| {
            let arguments = arguments(attribute);
            let name = last_segment(attribute)?.to_string();
            let mut methods = match framework.method(&name) {
                Some(method) => vec![method.to_owned()],
                None if name == "route" => named_methods(framework, &arguments),
                None => return None,
            };
            // Rocket answers HEAD through GET.
            if framework == Framework::Rocket && methods == ["GET"] {
                methods.push("HEAD".to_owned());
            }
            Some(HandlerRoute { index, methods })
        };
        self.attrs.iter().enumerate().filter_map(route).collect()
    }

    /// What the handler takes as body, if browsers send its `Content-Type` only when that is allowed.
    pub(crate) fn body_kind(&self, framework: Framework, routes: &[HandlerRoute]) -> Option<String> {
        match framework {
            Framework::Actix => self.parameters().any(|(_, ty)| ends_in_json(ty)).then(|| "JSON".to_owned()),
            Framework::Rocket => routes.iter().find_map(|route| self.body_kind_on_rocket(route)),
        }
    }

    fn body_kind_on_rocket(&self, route: &HandlerRoute) -> Option<String> {
        let arguments = arguments(self.attrs.get(route.index)?);
        let value = |key: &str| {
            let argument = arguments.iter().find(|argument| argument.key.as_deref() == Some(key))?;
            argument.text.as_ref().map(LitStr::value)
        };
        // The format of the other methods is that of the response, which `Accept` asks for.
        let format = value("format").filter(|_| route.has_payload());
        match format.as_deref() {
            Some("json" | "application/json") => return Some("JSON".to_owned()),
            Some(format) if !is_safelisted_format(format) => return Some(format!("`{format}`")),
            _ => {}
        }
        let data = value("data")?;
        let name = data.trim_start_matches('<').trim_end_matches('>');
        let is_json = self.parameters().any(|(pattern, ty)| pattern == name && ends_in_json(ty));
        is_json.then(|| "JSON".to_owned())
    }

    /// The attributes of this name, which the expansion repeats on other items.
    pub(crate) fn attributes(&self, name: &str) -> Vec<Attribute> {
        self.attrs.iter().filter(|attribute| attribute.path().is_ident(name)).cloned().collect()
    }

    fn parameters(&self) -> impl Iterator<Item = (String, &Type)> {
        self.sig.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(typed) => match &*typed.pat {
                Pat::Ident(pattern) => Some((pattern.ident.unraw().to_string(), &*typed.ty)),
                _ => Some((String::new(), &*typed.ty)),
            },
            FnArg::Receiver(_) => None,
        })
    }
}

/// Returns an identifier of the user at a span of the expansion, whose tokens are of the edition of this crate.
pub(crate) fn respanned(ident: &Ident, span: Span) -> Ident {
    // A keyword since edition 2024. Raw, it is a name in every edition.
    if ident == "gen" {
        return Ident::new_raw("gen", span);
    }
    let mut ident = ident.clone();
    ident.set_span(span);
    ident
}

/// An argument of a route attribute: `"/path"`, `key = value`, or a bare word.
struct Argument {
    key: Option<String>,
    text: Option<LitStr>,
    word: Option<String>,
}

/// The arguments as far as they can be read; what is wrong with them is for the framework to say.
fn arguments(attribute: &Attribute) -> Vec<Argument> {
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
            let (text, word) = match crate::parse::literal::peel(&input.parse::<Expr>()?) {
                Expr::Lit(lit) => match &lit.lit {
                    Lit::Str(text) => (Some(text.clone()), None),
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
    // The arguments before one that cannot be read are kept.
    let _ = parsed.parse2(list.tokens.clone());
    arguments
}

/// `method = "GET"` on actix-web, the bare word `GET` on Rocket.
fn named_methods(framework: Framework, arguments: &[Argument]) -> Vec<String> {
    let method = |argument: &Argument| match framework {
        Framework::Actix => {
            argument.text.as_ref().filter(|_| argument.key.as_deref() == Some("method")).map(LitStr::value)
        }
        Framework::Rocket => {
            // `GET` as well as `Method::Get`.
            let word = argument.word.as_ref().filter(|_| argument.key.is_none())?;
            word.rsplit("::").next().map(|method| method.trim().to_uppercase())
        }
    };
    arguments.iter().filter_map(method).collect()
}

/// The type's last segment is `Json`: not inside of `Option` or `Either`, which take other bodies, too.
fn ends_in_json(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => path.path.segments.last().is_some_and(|segment| segment.ident == "Json"),
        Type::Group(group) => ends_in_json(&group.elem),
        Type::Paren(paren) => ends_in_json(&paren.elem),
        _ => false,
    }
}

/// Reports whether one of Rocket's formats, in full or in Rocket's own short form, takes what needs no preflight.
fn is_safelisted_format(format: &str) -> bool {
    let essence = format.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "form" | "multipart" | "plain" | "text" | "any" => true,
        essence => includes_safelisted_media_type(essence),
    }
}

//! The grammar of `#[cors(…)]`: `key = value`, in any order, each key at most once.

use std::collections::BTreeMap;
use std::fmt::Display;

use cors_core::{Key, MaxAge};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, ExprLit, ExprUnary, Ident, Lit, LitInt, LitStr, Path, Token, UnOp};

use crate::errors::Errors;
use crate::keys;
use crate::list::{self, Element};

/// What stands in the attribute.
#[derive(Default)]
pub(crate) struct Args {
    /// The lists, by key.
    pub(crate) lists: BTreeMap<Key, Vec<Element>>,
    pub(crate) credentials: bool,
    pub(crate) max_age: Option<MaxAge>,
    pub(crate) same_origin: bool,
    pub(crate) krate: Option<Path>,
    /// Where each key stands, and its value if that is no list.
    pub(crate) places: BTreeMap<Key, TokenStream>,
    /// Keys whose value could not be read, which says enough about them.
    pub(crate) unreadable: Vec<Key>,
}

/// Reads the attribute. Everything that can be read is kept beside the mistakes.
pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Args {
    let mut args = Args::default();
    let parsed = |input: ParseStream<'_>| {
        while !input.is_empty() {
            if let Some(comma) = input.parse::<Option<Token![,]>>()? {
                errors.push(comma.span, "nothing stands before this comma; remove it");
                continue;
            }
            let entry = until_comma(input)?;
            if let Err(error) = (|input: ParseStream<'_>| args.parse_entry(input, errors)).parse2(entry) {
                errors.push_error(error);
                args.unreadable.push(Key::Origins);
            }
        }
        Ok(())
    };
    if let Err(error) = parsed.parse2(tokens) {
        errors.push_error(error);
    }
    args.check_same_origin(errors);
    args
}

/// The tokens up to the next comma, which is taken as well. Commas inside of brackets stand in groups.
fn until_comma(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() {
        if input.parse::<Option<Token![,]>>()?.is_some() {
            break;
        }
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(tokens)
}

impl Args {
    fn parse_entry(&mut self, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let name: Ident = input.call(Ident::parse_any).map_err(|error| no_key(&error, input))?;
        let text = name.unraw().to_string();
        match keys::find(&text) {
            Some(key) => self.parse_value(key, &name, input, errors),
            None if text == keys::SAME_ORIGIN => self.parse_same_origin(&name, input, errors),
            None if text == keys::CRATE => self.parse_crate(&name, input, errors),
            None => {
                errors.push(name.span(), keys::unknown(&text));
                // The mistake is the name, not that there is no such key.
                self.unreadable.push(Key::Origins);
                skip(input)
            }
        }
    }

    fn parse_value(
        &mut self,
        key: Key,
        name: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if self.places.contains_key(&key) {
            errors.push(name.span(), format!("`{name}` is given twice; remove one"));
            return skip(input);
        }
        self.places.insert(key, name.to_token_stream());
        let mistakes = errors.len();
        let value = parse_expr(key, name, input).inspect_err(|_| self.unreadable.push(key))?;
        self.keep(key, &value, errors);
        if errors.len() > mistakes {
            self.unreadable.push(key);
        }
        Ok(())
    }

    fn keep(&mut self, key: Key, value: &Expr, errors: &mut Errors) {
        match key {
            Key::Credentials => match literal(value) {
                Some(Lit::Bool(credentials)) => self.credentials = credentials.value,
                _ => errors.push_at(value, "`credentials` is a switch; write `true` or `false`"),
            },
            Key::MaxAge => match max_age(value) {
                Ok(max_age) => {
                    self.max_age = Some(max_age);
                    self.places.insert(key, value.to_token_stream());
                }
                Err(message) => errors.push_at(value, message),
            },
            _ => {
                self.lists.insert(key, list::parse(key, value, errors));
            }
        }
    }

    fn parse_same_origin(
        &mut self,
        name: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if std::mem::replace(&mut self.same_origin, true) {
            errors.push(name.span(), "`same_origin` is given twice; remove one");
        }
        if input.is_empty() {
            return Ok(());
        }
        errors.push(name.span(), "`same_origin` has no value; write `#[cors(same_origin)]`");
        skip(input)
    }

    fn parse_crate(&mut self, name: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        if self.krate.is_some() {
            errors.push(name.span(), "`crate` is given twice; remove one");
            return skip(input);
        }
        let path = |input: ParseStream<'_>| {
            input.parse::<Token![=]>()?;
            let path = input.call(Path::parse_mod_style)?;
            if input.is_empty() { Ok(path) } else { Err(input.error("")) }
        };
        match path(input) {
            Ok(path) => self.krate = Some(path),
            Err(_) => {
                errors.push(name.span(), "`crate` is an absolute path; write it as in `crate = ::renamed`")
            }
        }
        skip(input)
    }

    /// A route for its own origin allows nothing, so there is nothing to say about it.
    fn check_same_origin(&self, errors: &mut Errors) {
        for (key, place) in self.places.iter().filter(|_| self.same_origin) {
            let key = key.as_str();
            errors.push_at(
                place,
                format!("`same_origin` allows no other origin, so `{key}` says nothing; remove it"),
            );
        }
    }

    /// Reports a mistake of the element at `index` of `key`, of the key, or of the attribute.
    pub(crate) fn report(&self, key: Key, index: Option<usize>, message: impl Display, errors: &mut Errors) {
        let element = index.and_then(|index| self.lists.get(&key)?.get(index));
        match (element, self.places.get(&key)) {
            (Some(element), _) => errors.push(element.span, message),
            (None, Some(place)) => errors.push_at(place, message),
            (None, None) => errors.push(Span::call_site(), message),
        }
    }
}

fn parse_expr(key: Key, name: &Ident, input: ParseStream<'_>) -> syn::Result<Expr> {
    let example = match key {
        Key::Origins => "[\"https://app.example.com\"]",
        Key::Methods => "[\"PUT\"]",
        Key::AllowHeaders => "[\"content-type\"]",
        Key::ExposeHeaders => "[\"etag\"]",
        Key::Credentials => "true",
        Key::MaxAge => "\"10m\"",
        _ => "[\"insecure_origins\"]",
    };
    let missing =
        || syn::Error::new(name.span(), format!("`{name}` has no value; write `{name} = {example}`"));
    input.parse::<Token![=]>().map_err(|_| missing())?;
    if input.is_empty() {
        return Err(missing());
    }
    let value = input.parse().map_err(|error: syn::Error| match error.to_string().as_str() {
        "expected `,` or `;`" => syn::Error::new(error.span(), MISSING_COMMA),
        _ => error,
    })?;
    if input.is_empty() { Ok(value) } else { Err(input.error(MISSING_COMMA)) }
}

const MISSING_COMMA: &str = "a `,` belongs here; write it";

fn no_key(error: &syn::Error, input: ParseStream<'_>) -> syn::Error {
    let message = match input.parse::<LitStr>() {
        Ok(text) => format!("a value stands without its key; write `origins = {}`", text.token()),
        Err(_) => format!("expected `key = value`; {}", keys::accepted()),
    };
    let _ = skip(input);
    syn::Error::new(error.span(), message)
}

fn max_age(value: &Expr) -> Result<MaxAge, String> {
    let number = |lit: &LitInt| match lit.suffix() {
        // More digits than a number holds are too many seconds.
        "" => Ok(lit.base10_parse::<i64>().unwrap_or(i64::MAX)),
        "s" | "m" | "h" | "d" => {
            let text = lit.to_string();
            let right = if MaxAge::Text(text.clone()).seconds().is_ok() { &text } else { "1d" };
            Err(format!("`{lit}` needs quotes to have a unit, and a day is the longest; write `\"{right}\"`"))
        }
        suffix => Err(format!("`{lit}` ends with `{suffix}`; write `{}`", lit.base10_digits())),
    };
    match (peel(value), literal(value)) {
        (_, Some(Lit::Str(text))) => Ok(MaxAge::Text(text.value())),
        (_, Some(Lit::Int(seconds))) => number(&seconds).map(MaxAge::Seconds),
        (Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }), _) => match literal(expr) {
            Some(Lit::Int(seconds)) => number(&seconds).map(|seconds| MaxAge::Seconds(-seconds)),
            _ => Err(MAX_AGE.to_owned()),
        },
        _ => Err(MAX_AGE.to_owned()),
    }
}

const MAX_AGE: &str = "`max_age` is a literal: whole seconds, or text with one of the units `s`, `m`, `h` and `d`; \
    write `600` or `\"10m\"`";

fn literal(value: &Expr) -> Option<Lit> {
    match peel(value) {
        Expr::Lit(ExprLit { lit, .. }) => Some(lit.clone()),
        _ => None,
    }
}

/// The expression inside of parentheses, and of the invisible ones around what a `macro_rules!` variable holds.
pub(crate) fn peel(mut expr: &Expr) -> &Expr {
    loop {
        expr = match expr {
            Expr::Group(group) => &group.expr,
            Expr::Paren(paren) => &paren.expr,
            other => return other,
        };
    }
}

/// The rest of an entry with a mistake, which would only give further ones.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    input.parse::<TokenStream>().map(drop)
}

//! The grammar of `#[cors(…)]`: `key = value`, in any order, each key at most once.

use std::collections::BTreeMap;

use cors_core::__private::nearest;
use cors_core::{Key, MaxAge};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, ExprLit, ExprUnary, Ident, Lit, Path, Token, UnOp};

use crate::errors::Errors;
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
    pub(crate) spans: BTreeMap<Key, Span>,
    /// Keys whose value could not be read, which says enough about them.
    pub(crate) unreadable: Vec<Key>,
}

const SAME_ORIGIN: &str = "same_origin";
const CRATE: &str = "crate";

/// What people write who know another library, and what it is called here.
const ELSEWHERE: [(&str, &str, &str); 22] = [
    ("headers", "allow_headers", " (what the page may send); for what it may read, `expose_headers`"),
    ("allowed_headers", "allow_headers", ""),
    ("allow_header", "allow_headers", ""),
    ("request_headers", "allow_headers", ""),
    ("origin", "origins", ""),
    ("allow_origin", "origins", ""),
    ("allow_origins", "origins", ""),
    ("allowed_origin", "origins", ""),
    ("allowed_origins", "origins", ""),
    ("method", "methods", ""),
    ("allow_methods", "methods", ""),
    ("allowed_methods", "methods", ""),
    ("expose", "expose_headers", ""),
    ("exposed_headers", "expose_headers", ""),
    ("response_headers", "expose_headers", ""),
    ("allow_credentials", "credentials", ""),
    ("supports_credentials", "credentials", ""),
    ("with_credentials", "credentials", ""),
    ("maxage", "max_age", ""),
    ("dangerous", "dangerously_allow", ""),
    ("send_wildcard", "origins", " with `\"*\"`, which is always sent as `*`"),
    ("vary_header", "origins", "; `Vary` is always sent where the answer depends on the origin"),
];

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
        let name: Ident = input.call(Ident::parse_any).map_err(|error| {
            syn::Error::new(error.span(), format!("expected `key = value`; {}", accepted_keys()))
        })?;
        let text = name.unraw().to_string();
        match key(&text) {
            Some(key) => self.parse_value(key, &name, input, errors),
            None if text == SAME_ORIGIN => self.parse_same_origin(&name, input, errors),
            None if text == CRATE => self.parse_crate(&name, input, errors),
            None => {
                let (meant, message) = unknown_key(&text);
                errors.push(name.span(), message);
                self.unreadable.extend(meant);
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
        if self.spans.contains_key(&key) {
            errors.push(name.span(), format!("`{name}` is given twice; remove one"));
            return skip(input);
        }
        self.spans.insert(key, name.span());
        let mistakes = errors.len();
        let value = parse_expr(key, name, input);
        match value {
            Ok(value) => self.keep(key, &value, errors),
            Err(error) => errors.push_error(error),
        }
        if errors.len() > mistakes {
            self.unreadable.push(key);
        }
        skip(input)
    }

    fn keep(&mut self, key: Key, value: &Expr, errors: &mut Errors) {
        match key {
            Key::Credentials => match literal(value) {
                Some(Lit::Bool(credentials)) => self.credentials = credentials.value,
                _ => errors.push(span_of(value), "`credentials` is a switch; write `true` or `false`"),
            },
            Key::MaxAge => match max_age(value) {
                Some(max_age) => {
                    self.max_age = Some(max_age);
                    self.spans.insert(key, span_of(value));
                }
                None => errors.push(
                    span_of(value),
                    "`max_age` is whole seconds (`600`) or text with one unit (`\"90s\"`, `\"10m\"`, `\"2h\"`, `\"1d\"`)",
                ),
            },
            _ => {
                self.lists.insert(key, list::parse(key.as_str(), value, errors));
            }
        }
    }

    fn parse_same_origin(
        &mut self,
        name: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        self.same_origin = true;
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
        input.parse::<Token![=]>()?;
        self.krate = Some(input.call(Path::parse_mod_style)?);
        if input.is_empty() { Ok(()) } else { Err(input.error("expected `,`")) }
    }

    /// A route for its own origin allows nothing, so there is nothing to say about it.
    fn check_same_origin(&self, errors: &mut Errors) {
        for (key, span) in self.spans.iter().filter(|_| self.same_origin) {
            let key = key.as_str();
            errors.push(
                *span,
                format!("`same_origin` allows no other origin, so `{key}` says nothing; remove it"),
            );
        }
    }

    /// Where to point for the element at `index` of `key`, for the key, or for the attribute.
    pub(crate) fn span(&self, key: Key, index: Option<usize>) -> Span {
        let element = index.and_then(|index| self.lists.get(&key)?.get(index)).map(|element| element.span);
        element.or_else(|| self.spans.get(&key).copied()).unwrap_or_else(Span::call_site)
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
    let value = input.parse()?;
    if input.is_empty() { Ok(value) } else { Err(input.error("expected `,`")) }
}

fn max_age(value: &Expr) -> Option<MaxAge> {
    let seconds = |lit: Option<Lit>| match lit {
        // More digits than a number holds are too many seconds.
        Some(Lit::Int(seconds)) => Some(seconds.base10_parse::<i64>().unwrap_or(i64::MAX)),
        _ => None,
    };
    match (peel(value), literal(value)) {
        (_, Some(Lit::Str(text))) => Some(MaxAge::Text(text.value())),
        (Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }), _) => {
            seconds(literal(expr)).map(|seconds| MaxAge::Seconds(-seconds))
        }
        (_, lit) => seconds(lit).map(MaxAge::Seconds),
    }
}

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

/// The whole of `tokens`, as far as a stable compiler can point there.
pub(crate) fn span_of(tokens: &impl ToTokens) -> Span {
    syn::Error::new_spanned(tokens, "").span()
}

/// The rest of an entry with a mistake, which would only give further ones.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    input.parse::<TokenStream>().map(drop)
}

/// The key that is probably meant, and what to say.
fn unknown_key(name: &str) -> (Option<Key>, String) {
    let elsewhere =
        ELSEWHERE.iter().find(|(theirs, _, _)| *theirs == name).map(|(_, ours, more)| (*ours, *more));
    let known = Key::ALL.iter().map(|key| key.as_str()).chain([SAME_ORIGIN, CRATE]);
    match elsewhere.or_else(|| Some((nearest(name, known)?, ""))) {
        Some((ours, more)) => (key(ours), format!("unknown key `{name}`; write `{ours}`{more}")),
        None => (None, format!("unknown key `{name}`; {}", accepted_keys())),
    }
}

fn key(name: &str) -> Option<Key> {
    Key::ALL.iter().copied().find(|key| key.as_str() == name)
}

fn accepted_keys() -> String {
    let keys: Vec<String> = Key::ALL.iter().map(|key| format!("`{}`", key.as_str())).collect();
    format!("the keys are {}, `{SAME_ORIGIN}` and `{CRATE}`", keys.join(", "))
}

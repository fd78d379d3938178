//! The grammar of `#[cors(…)]`: `key = value`, in any order, each key at most once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use cors_core::{Key, MaxAge};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, Ident, Lit, LitStr, Path, Token};

use crate::errors::Errors;
use crate::parse::list::{Constant, Element};
use crate::parse::literal::{literal, max_age, parse_expr};
use crate::parse::path::text;
use crate::parse::predicate::PredicatePath;
use crate::parse::{keys, list, predicate};

/// What stands in the attribute.
#[derive(Clone, Default)]
pub(crate) struct Args {
    /// The lists, by key.
    pub(crate) lists: BTreeMap<Key, Vec<Element>>,
    /// The elements of `origins` that are no literals.
    pub(crate) constants: Vec<Constant>,
    /// What stands in the place of a list of origins.
    pub(crate) predicate: Option<PredicatePath>,
    pub(crate) credentials: bool,
    pub(crate) max_age: Option<MaxAge>,
    pub(crate) enforce: Option<LitStr>,
    pub(crate) same_origin: bool,
    pub(crate) policy: Option<NamedPolicy>,
    pub(crate) place: MacroKind,
    pub(crate) krate: Option<Path>,
    /// Where each key stands, and its value if that is no list.
    pub(crate) places: BTreeMap<Key, TokenStream>,
    /// Keys whose value could not be read, which says enough about them.
    pub(crate) unreadable: Vec<Key>,
    /// The keys that are given by their own names, read or not yet.
    pub(crate) named: BTreeSet<Key>,
    /// The modules enclosing, from the outermost to the innermost.
    pub(crate) modules: Vec<EnclosingModule>,
    /// The modules from which keys are inherited.
    pub(crate) from: BTreeMap<Key, String>,
    /// The module from which `policy` or `same_origin` is inherited.
    pub(crate) inherited_from: Option<String>,
}

/// A policy that stands elsewhere.
#[derive(Clone)]
pub(crate) struct NamedPolicy {
    pub(crate) path: Path,
    /// The path as it is written.
    pub(crate) written: String,
    /// Whether it is written as `..PATH`, and not as `policy = PATH`.
    pub(crate) is_base: bool,
}

/// Where the arguments stand.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum MacroKind {
    /// `#[cors(…)]`
    #[default]
    Attribute,
    /// `policy!(…)`
    Policy,
}

/// Reads the attribute. Everything that can be read is kept beside the mistakes.
pub(crate) fn parse(tokens: TokenStream, place: MacroKind, errors: &mut Errors) -> Args {
    let mut args = Args { place, named: keys::named(tokens.clone()), ..Args::default() };
    let parsed = |input: ParseStream<'_>| {
        while !input.is_empty() {
            if let Some(comma) = input.parse::<Option<Token![,]>>()? {
                errors.push(comma.span, "there is nothing before this comma; remove it");
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
    args.check_place(errors);
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
        if input.peek(Token![..]) {
            let dots = input.parse::<Token![..]>()?;
            return self.parse_named(true, &dots, input.parse()?, errors);
        }
        let name: Ident = input.call(Ident::parse_any).map_err(|error| no_key(&error, input))?;
        let text = name.unraw().to_string();
        match keys::find(&text) {
            Some(key) => self.parse_value(key, &name, input, errors),
            None if text == keys::SAME_ORIGIN => self.parse_same_origin(&name, input, errors),
            None if text == keys::CRATE => self.parse_crate(&name, input, errors),
            None if text == keys::POLICY => self.parse_policy(&name, input, errors),
            None => self.parse_unknown(&text, &name, input, errors),
        }
    }

    pub(crate) fn parse_value(
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
                _ => errors.push_at(value, "`credentials` takes `true` or `false`; write one of them"),
            },
            Key::MaxAge => match max_age(value) {
                Ok(max_age) => {
                    self.max_age = Some(max_age);
                    self.places.insert(key, value.to_token_stream());
                }
                Err(message) => errors.push_at(value, message),
            },
            Key::Enforce => match literal(value) {
                Some(Lit::Str(word)) => {
                    self.places.insert(key, value.to_token_stream());
                    self.enforce = Some(word);
                }
                _ => errors.push_at(
                    value,
                    "`enforce` takes a string; write `\"unsafe_methods\"` or `\"all_methods\"`",
                ),
            },
            Key::Origins if predicate::is_one(value) => self.predicate = predicate::parse(value, errors),
            _ => {
                let (elements, constants) = list::parse(key, value, errors);
                self.lists.insert(key, elements);
                self.constants.extend(constants);
            }
        }
    }

    pub(crate) fn parse_policy(
        &mut self,
        name: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        let has_value = input.parse::<Option<Token![=]>>()?.is_some();
        let value: TokenStream = input.parse()?;
        if has_value && !value.is_empty() {
            return self.parse_named(false, name, value, errors);
        }
        self.unreadable.push(Key::Origins);
        errors.push(name.span(), "`policy` has no value; write it as in `policy = PARTNERS`");
        Ok(())
    }

    /// `start` stands before the path.
    fn parse_named(
        &mut self,
        is_base: bool,
        start: &impl ToTokens,
        value: TokenStream,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        let Ok(path) = syn::parse2::<Path>(value.clone()) else {
            // A policy is meant, whatever is wrong with its path.
            self.unreadable.push(Key::Origins);
            let example = if is_base { "..PARTNERS" } else { "policy = PARTNERS" };
            let message = format!("this has to be the path of a policy; write it as in `{example}`");
            let place = if value.is_empty() { start.to_token_stream() } else { value };
            errors.push_at(&place, message);
            return Ok(());
        };
        match self.policy {
            Some(_) => errors.push_at(&path, "a policy is named twice; remove one"),
            None => self.policy = Some(NamedPolicy { written: text(&path), path, is_base }),
        }
        Ok(())
    }

    pub(crate) fn parse_same_origin(
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

    pub(crate) fn parse_crate(
        &mut self,
        name: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
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
                errors.push(name.span(), "`crate` takes an absolute path; write it as in `crate = ::renamed`")
            }
        }
        skip(input)
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

fn no_key(error: &syn::Error, input: ParseStream<'_>) -> syn::Error {
    let message = match input.parse::<LitStr>() {
        Ok(text) => format!("this value has no key; write `origins = {}`", text.token()),
        Err(_) => format!("expected `key = value`; {}", keys::accepted()),
    };
    let _ = skip(input);
    syn::Error::new(error.span(), message)
}

/// The rest of an entry with a mistake, which would only give further ones.
pub(crate) fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    input.parse::<TokenStream>().map(drop)
}

/// A module enclosing, with what its own attribute says.
#[derive(Clone)]
pub(crate) struct EnclosingModule {
    pub(super) args: Args,
    /// Whether its attribute has a mistake, which is reported there.
    pub(super) is_wrong: bool,
}

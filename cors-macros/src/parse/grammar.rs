//! The grammar of `#[cors(…)]`: `key = value`, in any order, each key at most once.

use cors_core::Key;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Expr, Ident, Lit, LitStr, Path, Token};

use crate::errors::Errors;
use crate::parse::args::{Args, Entry, EntryValue, MacroKind, NamedPolicy, WholeSource};
use crate::parse::entries::{entries, expression, without_doc_comments};
use crate::parse::keys::MacroKey;
use crate::parse::literal::{literal, peel};
use crate::parse::max_age::max_age;
use crate::parse::path::path_text;
use crate::parse::unknown_key::with_further_words;
use crate::parse::{keys, list, predicate};

/// Reads the arguments of an attribute, as far as they can be read. Mistakes are reported.
pub(crate) fn parse(tokens: TokenStream, macro_kind: MacroKind, errors: &mut Errors) -> Args {
    let entries = entries(without_doc_comments(tokens, errors), errors);
    let present = entries.iter().filter_map(keys::first_key).collect();
    let mut args = Args { macro_kind, present, ..Args::default() };
    let mut is_behind_text = false;
    for entry in entries {
        let is_text = is_text_of_list(&entry);
        let parse = |input: ParseStream<'_>| args.parse_entry(is_behind_text, input, errors);
        if let Err(error) = parse.parse2(entry) {
            errors.push_error(error);
        }
        is_behind_text = is_text;
    }
    args
}

/// Reports whether an entry is a key of a list with one text, or a text alone.
fn is_text_of_list(entry: &TokenStream) -> bool {
    match &*entry.clone().into_iter().collect::<Vec<_>>() {
        [TokenTree::Ident(key), _, TokenTree::Literal(_)] => match MacroKey::find(&key.to_string()) {
            Some(MacroKey::Checked(key)) => key.takes_list(),
            _ => false,
        },
        [TokenTree::Literal(_)] => true,
        _ => false,
    }
}

impl Args {
    fn parse_entry(
        &mut self,
        is_behind_text: bool,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if let [attribute, ..] = &*input.call(Attribute::parse_outer)? {
            refuse_attribute(attribute, self.macro_kind, errors);
        }
        if input.peek(Token![..]) {
            let dots = input.parse::<Token![..]>()?;
            return self.parse_named(true, &dots, input.parse()?, errors);
        }
        let name = key_name(self.macro_kind, is_behind_text, input, errors)
            .inspect_err(|_| self.unreadable.extend([Key::Origins]))?;
        let text = with_further_words(&name, input)?;
        match MacroKey::find(&text) {
            Some(key) => self.parse_key(key, &name, input, errors),
            None => self.parse_unknown(&text, &name, input, errors),
        }
    }

    /// Reads the rest of the entry of `key`.
    pub(crate) fn parse_key(
        &mut self,
        key: MacroKey,
        name: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        self.present.insert(key);
        match key {
            MacroKey::Checked(key) => self.parse_value(key, name, input, errors),
            MacroKey::Policy => self.parse_policy(name, input, errors),
            MacroKey::SameOrigin => self.parse_same_origin(name, input, errors),
            MacroKey::Crate => self.parse_crate(name, input, errors),
        }
    }

    fn parse_value(
        &mut self,
        key: Key,
        name: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if self.has(key) {
            errors.push(name.span(), format!("`{name}` is given twice; remove one"));
            return skip(input);
        }
        let entry = Entry { value: None, report_at: name.to_token_stream(), inherited_from: None };
        let entry = self.entries.entry(key).or_insert(entry);
        let mistakes = errors.len();
        let tokens = parse_expr(key, name, input, errors).inspect_err(|_| self.unreadable.extend([key]))?;
        check_attributes(key, &tokens, self.macro_kind, errors);
        entry.value = read_value(key, &tokens, self.macro_kind, errors);
        if matches!(entry.value, Some(EntryValue::MaxAge(_) | EntryValue::Enforce(_))) {
            entry.report_at = tokens.to_token_stream();
        }
        if errors.len() > mistakes {
            self.unreadable.insert(key);
        }
        Ok(())
    }

    fn parse_policy(&mut self, name: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let has_value = input.parse::<Option<Token![=]>>()?.is_some();
        let value: TokenStream = input.parse()?;
        if has_value && !value.is_empty() {
            return self.parse_named(false, name, value, errors);
        }
        self.unreadable.insert(Key::Origins);
        errors.push(name.span(), "`policy` has no value; write it as in `policy = PARTNERS`");
        Ok(())
    }

    /// Reads the path of a policy after `start`.
    fn parse_named(
        &mut self,
        is_base: bool,
        start: &impl ToTokens,
        value: TokenStream,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        let Ok(path) = syn::parse2::<Path>(value.clone()) else {
            // The unreadable path may be that of a policy with origins.
            self.unreadable.insert(Key::Origins);
            let example = if is_base { "..PARTNERS" } else { "policy = PARTNERS" };
            let message = format!("this has to be the path of a policy; write it as in `{example}`");
            let report_at = if value.is_empty() { start.to_token_stream() } else { value };
            errors.push_at(&report_at, message);
            return Ok(());
        };
        let named = NamedPolicy { written: path_text(&path), path, is_base };
        match self.whole {
            Some(_) if self.is_same_origin() => errors.push_at(&named.path, BOTH),
            Some(_) => errors.push_at(&named.path, "a policy is named twice; remove one"),
            None => self.whole = Some(WholeSource::Named(named).into()),
        }
        Ok(())
    }

    fn parse_same_origin(
        &mut self,
        name: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        match (self.named_policy(), &self.whole) {
            (Some(named), _) => errors.push_at(&named.path, BOTH),
            (None, Some(_)) => errors.push(name.span(), "`same_origin` is given twice; remove one"),
            (None, None) => self.whole = Some(WholeSource::SameOrigin.into()),
        }
        if input.is_empty() {
            return Ok(());
        }
        errors.push(name.span(), "`same_origin` has no value; write it alone");
        skip(input)
    }

    fn parse_crate(&mut self, name: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        if self.crate_path.is_some() {
            errors.push(name.span(), "`crate` is given twice; remove one");
            return skip(input);
        }
        let path = |input: ParseStream<'_>| {
            input.parse::<Token![=]>()?;
            let path = input.call(Path::parse_mod_style)?;
            if input.is_empty() { Ok(path) } else { Err(input.error("")) }
        };
        match path(input) {
            Ok(path) => self.crate_path = Some(path),
            Err(_) => {
                errors.push(name.span(), "`crate` takes an absolute path; write it as in `crate = ::renamed`")
            }
        }
        skip(input)
    }
}

const BOTH: &str = "`same_origin` is a whole policy, and another one is named; remove one of them";

/// Reads the name of a key. One in quotes is reported, and its value is read all the same. `is_behind_text` is set behind a text
/// without brackets, with or without a key.
fn key_name(
    macro_kind: MacroKind,
    is_behind_text: bool,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<Ident> {
    let error = match input.call(Ident::parse_any) {
        Ok(name) => return Ok(name),
        Err(error) => error,
    };
    let text: Option<LitStr> = input.parse().ok();
    if let Some((name, is_known)) = text.as_ref().and_then(quoted_name)
        && (is_known || input.peek(Token![=]))
    {
        // An unknown key is reported with the name to write.
        if is_known {
            errors.push(error.span(), format!("a key has no quotes; write `{name}`"));
        }
        return Ok(name);
    }
    let message = match text {
        Some(_) if is_behind_text => {
            "this value has no key; several values stand in brackets, as in `[\"a\", \"b\"]`".to_owned()
        }
        Some(text) => format!("this value has no key; write `origins = {}`", text.token()),
        None => format!("expected `key = value`; {}", keys::accepted(macro_kind)),
    };
    skip(input)?;
    Err(syn::Error::new(error.span(), message))
}

/// Returns the name in quotes, and whether it is that of a key.
fn quoted_name(text: &LitStr) -> Option<(Ident, bool)> {
    let name = text.value().replace('-', "_");
    let is_known = MacroKey::find(&name).is_some();
    Some((LitStr::new(&name, text.span()).parse_with(Ident::parse_any).ok()?, is_known))
}

/// Reads `= value` after the name of a key.
fn parse_expr(key: Key, name: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Expr> {
    let example = key.example();
    let has_other_sign = input.peek(Token![==]) || input.peek(Token![=>]);
    if !input.is_empty() && (has_other_sign || !input.peek(Token![=])) {
        let message = format!(
            "a key and its value have a `=` between them; write it as in `{} = {example}`",
            key.as_str()
        );
        return Err(input.error(message));
    }
    input.parse::<Option<Token![=]>>()?;
    if input.is_empty() {
        let message = format!("`{name}` has no value; write `{name} = {example}`");
        return Err(syn::Error::new(name.span(), message));
    }
    Ok(expression(input.parse()?, errors))
}

/// Reports an attribute of a value that is no element of a list. The value would be there without its condition.
fn check_attributes(key: Key, value: &Expr, macro_kind: MacroKind, errors: &mut Errors) {
    let is_element = key.takes_list() && matches!(peel(value), Expr::Lit(_) | Expr::Macro(_) | Expr::Path(_));
    if let (false, [attribute, ..]) = (is_element, &*list::attributes(value)) {
        refuse_attribute(attribute, macro_kind, errors);
    }
}

fn refuse_attribute(attribute: &Attribute, macro_kind: MacroKind, errors: &mut Errors) {
    let message = format!(
        "only an element of a list can have an attribute, `#[cfg(…)]`; put it there, or {}",
        macro_kind.twice()
    );
    errors.push_at(attribute, message);
}

/// Returns the value of `key`, as far as it can be read.
fn read_value(key: Key, tokens: &Expr, macro_kind: MacroKind, errors: &mut Errors) -> Option<EntryValue> {
    let mut refuse = |message| {
        errors.push_at(tokens, message);
        None
    };
    match key {
        Key::Credentials => match literal(tokens) {
            Some(Lit::Bool(credentials)) => Some(EntryValue::Credentials(credentials.value)),
            _ => refuse("`credentials` takes `true` or `false`; write one of them".to_owned()),
        },
        Key::MaxAge => max_age(tokens).map_or_else(refuse, |max_age| Some(EntryValue::MaxAge(max_age))),
        Key::Enforce => match literal(tokens) {
            Some(Lit::Str(word)) => Some(EntryValue::Enforce(word.value())),
            _ => {
                refuse("`enforce` takes a string; write `\"unsafe_methods\"` or `\"all_methods\"`".to_owned())
            }
        },
        Key::Origins if predicate::is_one(tokens) => {
            predicate::parse(tokens, macro_kind, errors).map(EntryValue::Predicate)
        }
        _ => {
            let (elements, constants) = list::parse(key, tokens, errors);
            Some(EntryValue::List { elements, constants })
        }
    }
}

/// Skips the rest of an entry with a mistake, so that it gives no further errors.
pub(crate) fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    input.parse::<TokenStream>().map(drop)
}

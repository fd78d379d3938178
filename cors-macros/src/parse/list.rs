//! Lists of strings, with elements under `#[cfg(…)]`.

use cors_core::Key;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _};
use syn::ext::IdentExt as _;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta};

use crate::errors::Errors;
use crate::parse::literal::peel;
use crate::parse::path::path_text;
use crate::parse::predicate;

/// A string of a list, with the conditions under which it is compiled.
#[derive(Clone)]
pub(crate) struct Element {
    pub(crate) text: String,
    pub(crate) cfgs: Vec<Attribute>,
    pub(crate) span: Span,
}

impl ToTokens for Element {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.cfgs);
        self.text.to_tokens(tokens);
    }
}

/// An origin whose value is not known to the macro: the path of a constant, or `env!(…)`.
#[derive(Clone)]
pub(crate) struct Constant {
    pub(crate) value: Expr,
    pub(crate) cfgs: Vec<Attribute>,
}

/// Reads the value of a key that takes a list. A single string is a list of one element.
///
/// Elements that are not strings are reported and left out.
pub(crate) fn parse(key: Key, value: &Expr, errors: &mut Errors) -> (Vec<Element>, Vec<Constant>) {
    let elements: Vec<&Expr> = match peel(value) {
        Expr::Array(array) => array.elems.iter().collect(),
        Expr::Lit(ExprLit { lit: Lit::Str(_), .. }) => vec![value],
        element if key == Key::Origins && is_constant(element) => vec![value],
        other => {
            errors.push_at(other, no_list(key, other));
            Vec::new()
        }
    };
    let (constants, literals): (Vec<&Expr>, Vec<&Expr>) =
        elements.into_iter().partition(|element| key == Key::Origins && is_constant(peel(element)));
    let constants = constants.into_iter().map(|element| Constant {
        value: without_attributes(peel(element)),
        cfgs: conditions(key, element, errors),
    });
    let constants = constants.collect();
    (literals.into_iter().filter_map(|element| parse_element(key, element, errors)).collect(), constants)
}

fn no_list(key: Key, value: &Expr) -> String {
    match value {
        _ if is_star(value) => "`*` has no quotes; write `\"*\"`".to_owned(),
        _ if is_any(key, value) => "a name is no list of strings; to allow all write `\"*\"`".to_owned(),
        _ if is_several(value) => {
            format!(
                "several values stand in one list, with a `,` between them; write `{} = [\"…\", \"…\"]`",
                key.as_str()
            )
        }
        Expr::Path(path) if key == Key::Origins => {
            let name = Some(path_text(&path.path)).filter(|name| !predicate::is_name(name));
            let name = name.as_deref().unwrap_or("is_preview");
            format!("`origins` takes a list of strings; for a function write `origins = predicate({name})`")
        }
        _ if key == Key::Origins && is_computed(value) => {
            format!(
                "`origins` takes a list of strings; write `origins = [\"…\"]`, the name of a constant, or {AT_RUN_TIME}"
            )
        }
        _ => format!("`{0}` takes a list of strings; write `{0} = [\"…\"]`", key.as_str()),
    }
}

/// Reports whether a value is a `*` without quotes.
fn is_star(value: &Expr) -> bool {
    matches!(value, Expr::Verbatim(tokens) if tokens.to_string() == "*")
}

/// Reports whether a value is the word of other libraries for `*`.
fn is_any(key: Key, value: &Expr) -> bool {
    let Expr::Path(path) = value else { return false };
    let is_named =
        path.path.is_ident("any") || path.path.segments.last().is_some_and(|last| last.ident == "Any");
    is_named && matches!(key, Key::Origins | Key::AllowHeaders | Key::ExposeHeaders)
}

/// Reports whether values or lists of them stand behind each other with another sign than a comma.
fn is_several(value: &Expr) -> bool {
    let (first, last) = match value {
        Expr::Binary(value) => (&value.left, &value.right),
        Expr::Index(value) => (&value.expr, &value.index),
        Expr::Repeat(value) => (&value.expr, &value.len),
        // Two lists, the second with a comma inside.
        Expr::Verbatim(tokens) => return tokens.clone().into_iter().take(2).filter(is_brackets).count() == 2,
        _ => return false,
    };
    let is_value = |value: &Expr| matches!(value, Expr::Lit(_) | Expr::Array(_));
    is_value(peel(last)) && (is_value(peel(first)) || is_several(peel(first)))
}

fn is_brackets(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

/// Reports whether a value is computed, unlike literals in wrong brackets.
fn is_computed(value: &Expr) -> bool {
    match value {
        Expr::Lit(_)
        | Expr::Array(_)
        | Expr::Tuple(_)
        | Expr::Block(_)
        | Expr::Range(_)
        | Expr::Verbatim(_) => false,
        Expr::Macro(value) => !value.mac.path.is_ident("vec"),
        Expr::Reference(value) => is_computed(peel(&value.expr)),
        _ => literal_inside(value).is_none(),
    }
}

/// Returns the literal of `"…".to_owned()`, `String::from("…")` and `&"…"`.
fn literal_inside(value: &Expr) -> Option<&LitStr> {
    match peel(value) {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text),
        Expr::Reference(value) => literal_inside(&value.expr),
        Expr::MethodCall(call) if CONVERSIONS.iter().any(|name| call.method == name) => {
            literal_inside(&call.receiver)
        }
        Expr::Call(call) if call.args.len() == 1 => {
            literal_inside(call.args.first()?).filter(|_| is_conversion(&call.func))
        }
        _ => None,
    }
}

const CONVERSIONS: [&str; 4] = ["to_owned", "to_string", "into", "as_str"];

/// Reports whether a function has a name like that of `String::from`.
fn is_conversion(function: &Expr) -> bool {
    matches!(peel(function), Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "from"))
}

/// Reports whether an element is `env!(…)`, or a path whose last segment has no lower-case letter. `<T as Trait>::APP` is none,
/// since its types would have another meaning in the modules that inherit it.
fn is_constant(element: &Expr) -> bool {
    match element {
        Expr::Path(path) if path.qself.is_none() => path
            .path
            .segments
            .last()
            .is_some_and(|last| !last.ident.unraw().to_string().contains(|c: char| c.is_lowercase())),
        Expr::Macro(element) => element.mac.path.segments.last().is_some_and(|last| last.ident == "env"),
        _ => false,
    }
}

fn without_attributes(element: &Expr) -> Expr {
    let mut element = element.clone();
    match &mut element {
        Expr::Path(path) => path.attrs.clear(),
        Expr::Macro(element) => element.attrs.clear(),
        _ => {}
    }
    element
}

/// Returns the `#[cfg(…)]`s of an element.
fn conditions(key: Key, element: &Expr, errors: &mut Errors) -> Vec<Attribute> {
    let cfgs = attributes(element);
    for attribute in &cfgs {
        if let Some(message) = attribute_message(key, attribute) {
            errors.push_at(attribute, message);
        }
    }
    cfgs
}

fn parse_element(key: Key, element: &Expr, errors: &mut Errors) -> Option<Element> {
    let cfgs = conditions(key, element, errors);
    match peel(element) {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.suffix().is_empty() => {
            Some(Element { text: text.value(), cfgs, span: text.span() })
        }
        other => {
            errors.push_at(
                other,
                format!(
                    "an element of `{}` has to be a string literal{}; {}",
                    key.as_str(),
                    or_constant(key),
                    advice(key, other)
                ),
            );
            None
        }
    }
}

fn attribute_message(key: Key, attribute: &Attribute) -> Option<&'static str> {
    let is_cfg = attribute.path().is_ident("cfg");
    match &attribute.meta {
        // The origins that need a danger would be there without it.
        _ if is_cfg && key == Key::DangerouslyAllow => Some(
            "a danger is allowed without conditions; put `#[cfg(…)]` on the origins that need it, and remove it here",
        ),
        Meta::List(_) if is_cfg => None,
        _ if is_cfg => Some("`#[cfg]` needs a condition; write it as in `#[cfg(debug_assertions)]`"),
        _ => Some("an element can have no attribute but `#[cfg(…)]`; remove it"),
    }
}

fn or_constant(key: Key) -> &'static str {
    if key == Key::Origins { " or a constant" } else { "" }
}

/// Returns the advice for an element that is not a string.
fn advice(key: Key, element: &Expr) -> String {
    match element {
        _ if is_star(element) || is_any(key, element) => "write `\"*\"`".to_owned(),
        Expr::Path(path) => match path.path.get_ident() {
            _ if key == Key::Origins => CONSTANT.to_owned(),
            Some(word) if key == Key::Methods || word.to_string().contains(char::is_lowercase) => {
                format!("write `\"{word}\"`")
            }
            _ => VALUE.to_owned(),
        },
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => format!("write it without `{}`", text.suffix()),
        Expr::Lit(ExprLit { lit: Lit::ByteStr(_), .. }) => "write it without `b`".to_owned(),
        Expr::Lit(ExprLit { lit: Lit::CStr(_), .. }) => "write it without `c`".to_owned(),
        Expr::Array(_) => "write the strings without inner `[…]`".to_owned(),
        Expr::Call(_) if predicate::is_one(element) => {
            "a predicate takes the place of the whole list; write `origins = predicate(is_preview)`"
                .to_owned()
        }
        Expr::Range(_) => "lists are not merged, so write each element".to_owned(),
        _ if is_several(element) => "write a `,` between them".to_owned(),
        Expr::Lit(_) | Expr::Verbatim(_) => "write it in quotes".to_owned(),
        _ => match literal_inside(element) {
            Some(literal) => format!("write `{}`", literal.token()),
            None if key == Key::Origins => {
                format!("write it as a literal, a constant or `env!(\"…\")`, or {AT_RUN_TIME}")
            }
            None if is_call(element) => VALUE.to_owned(),
            None => "write it in quotes".to_owned(),
        },
    }
}

fn is_call(element: &Expr) -> bool {
    matches!(
        element,
        Expr::Call(_)
            | Expr::MethodCall(_)
            | Expr::Macro(_)
            | Expr::Await(_)
            | Expr::Try(_)
            | Expr::Reference(_)
    )
}

const CONSTANT: &str = "write it in quotes, or the name of a constant, in upper case";

const AT_RUN_TIME: &str = "for what is known only at run time name a policy, as in `policy = PARTNERS`, which \
    `Policy::from_env` or `Policy::builder()` makes";

const VALUE: &str = "policies are checked before constants are evaluated, so write the value itself, with `#[cfg(…)]` where it differs";

/// Returns the attributes of a value, and those of the parentheses around it.
pub(crate) fn attributes(value: &Expr) -> Vec<Attribute> {
    let (attributes, inner) = match value {
        Expr::Group(group) => (&group.attrs, Some(&group.expr)),
        Expr::Paren(paren) => (&paren.attrs, Some(&paren.expr)),
        Expr::Array(array) => (&array.attrs, None),
        Expr::Call(call) => (&call.attrs, None),
        Expr::Lit(literal) => (&literal.attrs, None),
        Expr::Macro(call) => (&call.attrs, None),
        Expr::Path(path) => (&path.attrs, None),
        Expr::Unary(unary) => (&unary.attrs, None),
        _ => return Vec::new(),
    };
    let inner = inner.map(|inner| self::attributes(inner)).unwrap_or_default();
    attributes.iter().cloned().chain(inner).collect()
}

//! Predicates in place of origins: `origins = predicate(is_preview)`.

use cors_core::__macros::is_token;
use quote::ToTokens as _;
use syn::{Expr, ExprCall, Lit, LitStr, Path};

use crate::errors::Errors;
use crate::parse::args::MacroKind;
use crate::parse::literal::{literal, peel};
use crate::parse::path::path_text;
use crate::token_trees::find_punct;

/// `predicate(path)` or `async_predicate(path)`, with the request headers that the function reads.
#[derive(Clone)]
pub(crate) struct PredicatePath {
    pub(crate) path: Path,
    /// The predicate with its function as written, before the path moves into another module.
    pub(crate) text: String,
    pub(crate) is_async: bool,
    pub(crate) vary: Vec<LitStr>,
}

/// The names, each with whether the function is async.
const NAMES: [(&str, bool); 2] = [("predicate", false), ("async_predicate", true)];

/// Reports whether a value is a predicate, right or wrong.
pub(crate) fn is_one(value: &Expr) -> bool {
    row(value).is_some()
}

/// Reports whether `name` is one of the names of predicates.
pub(crate) fn is_name(name: &str) -> bool {
    NAMES.iter().any(|(known, _)| *known == name)
}

/// Returns the row of [`NAMES`] for a predicate.
fn row(value: &Expr) -> Option<(&'static str, bool)> {
    let Expr::Call(ExprCall { func, .. }) = peel(value) else { return None };
    let Expr::Path(path) = peel(func) else { return None };
    NAMES.into_iter().find(|(name, _)| path.path.is_ident(name))
}

pub(crate) fn parse(value: &Expr, macro_kind: MacroKind, errors: &mut Errors) -> Option<PredicatePath> {
    let ((name, is_async), Expr::Call(ExprCall { args, .. })) = (row(value)?, peel(value)) else {
        return None;
    };
    if let Some(sign) = find_punct(args.to_token_stream(), '#') {
        errors.push_at(&sign, format!("a predicate has no conditions; {}", macro_kind.twice()));
    }
    let mut arguments = args.iter();
    let function = match arguments.next().map(peel) {
        Some(Expr::Path(function)) if function.qself.is_none() => function,
        _ => {
            let message = "a predicate takes the name or path of a function; write it as in `predicate(is_preview)` or `predicate(tenants::is_known)`";
            errors.push_at(value, message);
            return None;
        }
    };
    let vary: Vec<LitStr> = arguments.flat_map(|argument| headers(argument, errors)).collect();
    let text = format!("{name}({})", path_text(&function.path));
    Some(PredicatePath { path: function.path.clone(), text, is_async, vary })
}

/// Reads the header names of `vary = ["x-tenant"]`.
fn headers(argument: &Expr, errors: &mut Errors) -> Vec<LitStr> {
    let Some(names) = vary(argument) else {
        let message = "after its function a predicate takes the request headers that it reads; \
             write it as in `predicate(is_tenant, vary = [\"x-tenant\"])`";
        errors.push_at(argument, message);
        return Vec::new();
    };
    for name in &names {
        let text = name.value();
        if !is_token(text.as_bytes()) || text == "*" {
            let message = format!(
                "`{}` is not a header name, which is one word of letters, digits and `-`; write a name such as `x-tenant`",
                text.escape_debug()
            );
            errors.push(name.span(), message);
        }
    }
    names
}

/// Returns the strings of `vary = […]` or of `vary = "…"`.
fn vary(argument: &Expr) -> Option<Vec<LitStr>> {
    let Expr::Assign(assignment) = peel(argument) else { return None };
    let Expr::Path(key) = peel(&assignment.left) else { return None };
    let string = |value: &Expr| match literal(value) {
        Some(Lit::Str(text)) => Some(text),
        _ => None,
    };
    match peel(&assignment.right) {
        _ if !key.path.is_ident("vary") => None,
        Expr::Array(names) => names.elems.iter().map(string).collect(),
        value => Some(vec![string(value)?]),
    }
}

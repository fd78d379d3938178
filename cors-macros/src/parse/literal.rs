//! The values of keys, and the literals among them.

use cors_core::{Key, MaxAge};
use syn::parse::ParseStream;
use syn::{Expr, ExprLit, ExprUnary, Ident, Lit, LitInt, Token, UnOp};

use crate::errors::Errors;
use crate::parse::entries::expression;

/// Reads `= value` after the name of a key.
pub(crate) fn parse_expr(
    key: Key,
    name: &Ident,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<Expr> {
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

/// Reads the value of `max_age`.
pub(crate) fn max_age(value: &Expr) -> Result<MaxAge, String> {
    let (sign, value) = match peel(value) {
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => ("-", &**expr),
        value => ("", value),
    };
    match literal(value) {
        Some(Lit::Str(text)) if sign.is_empty() => Ok(MaxAge::Text(text.value())),
        Some(Lit::Int(number)) => max_age_of_number(sign, &number),
        _ => Err(MAX_AGE.to_owned()),
    }
}

fn max_age_of_number(sign: &str, number: &LitInt) -> Result<MaxAge, String> {
    let signed = format!("{sign}{}", number.base10_digits());
    match (sign, number.suffix(), signed.parse()) {
        (_, "", Ok(seconds)) => Ok(MaxAge::Seconds(seconds)),
        ("", "", Err(_)) => Err(format!("`{number}` seconds are longer than a day; write `86400`")),
        // In quotes it would be negative, too.
        ("-", unit @ ("s" | "m" | "h" | "d"), seconds) if seconds != Ok(0) => Ok(MaxAge::Text(signed + unit)),
        ("", unit @ ("s" | "m" | "h" | "d"), _) => {
            let text = signed + unit;
            let (limit, right) = match MaxAge::Text(text.clone()).seconds() {
                Ok(_) => ("", text.as_str()),
                Err(_) => (" and is at most a day", "1d"),
            };
            Err(format!(
                "`{number}` has no quotes, and a duration with a unit needs them{limit}; write `\"{right}\"`"
            ))
        }
        ("", suffix, Ok(_)) if suffix.starts_with(['i', 'u']) => {
            Err(format!("`{number}` has the suffix `{suffix}`; write `{signed}`"))
        }
        _ => Err(MAX_AGE.to_owned()),
    }
}

const MAX_AGE: &str = "`max_age` takes a literal: whole seconds, or text with one of the units `s`, `m`, `h` and `d`; \
    write `600` or `\"10m\"`";

/// Returns the literal, if the value is one. The compiler refuses a string with a suffix, such as `"10m"s`, but does not see it.
pub(crate) fn literal(value: &Expr) -> Option<Lit> {
    match peel(value) {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if !text.suffix().is_empty() => None,
        Expr::Lit(ExprLit { lit, .. }) => Some(lit.clone()),
        _ => None,
    }
}

/// Returns the expression inside of parentheses and of the invisible groups around the values of `macro_rules!` variables.
pub(crate) fn peel(mut expr: &Expr) -> &Expr {
    loop {
        expr = match expr {
            Expr::Group(group) => &group.expr,
            Expr::Paren(paren) => &paren.expr,
            other => return other,
        };
    }
}

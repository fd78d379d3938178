//! The value of `max_age`.

use cors_core::MaxAge;
use syn::{Expr, ExprUnary, Lit, LitInt, UnOp};

use crate::parse::literal::{literal, peel};

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

//! Literals among the values of keys.

use syn::{Expr, ExprLit, Lit};

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

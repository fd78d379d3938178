//! Origins that code decides on: `origins = predicate(is_preview)`.

use cors_core::__private::is_token;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Expr, ExprCall, Lit, LitStr, Path};

use crate::errors::Errors;
use crate::groups::text;
use crate::policy;
use crate::values::{literal, peel};

/// `predicate(path)` or `async_predicate(path)`, with the request headers that the function reads.
#[derive(Clone)]
pub(crate) struct Predicate {
    pub(crate) path: Path,
    /// The path as it is written.
    written: String,
    is_async: bool,
    vary: Vec<LitStr>,
}

const NAMES: [(&str, bool); 2] = [("predicate", false), ("async_predicate", true)];

/// Whether the value is meant as a predicate.
pub(crate) fn is_one(value: &Expr) -> bool {
    is_async(value).is_some()
}

/// Whether it is one of the names of predicates.
pub(crate) fn is_name(name: &str) -> bool {
    NAMES.iter().any(|(known, _)| *known == name)
}

fn is_async(value: &Expr) -> Option<bool> {
    let Expr::Call(ExprCall { func, .. }) = peel(value) else { return None };
    let Expr::Path(path) = peel(func) else { return None };
    NAMES.into_iter().find(|(name, _)| path.path.is_ident(name)).map(|(_, is_async)| is_async)
}

/// Reads it.
pub(crate) fn parse(value: &Expr, errors: &mut Errors) -> Option<Predicate> {
    let (is_async, Expr::Call(ExprCall { args, .. })) = (is_async(value)?, peel(value)) else { return None };
    let mut arguments = args.iter();
    let Some(Expr::Path(function)) = arguments.next().map(peel) else {
        let message =
            "a predicate is a function that is named by its path; write it as in `predicate(is_preview)`";
        errors.push_at(value, message);
        return None;
    };
    let vary: Vec<LitStr> = arguments.flat_map(|argument| headers(argument, errors)).collect();
    Some(Predicate { path: function.path.clone(), written: text(&function.path), is_async, vary })
}

/// The names in `vary = ["x-tenant"]`.
fn headers(argument: &Expr, errors: &mut Errors) -> Vec<LitStr> {
    let Some(names) = vary(argument) else {
        let message = "after its function a predicate takes the request headers that it reads; \
             write it as in `predicate(is_tenant, vary = [\"x-tenant\"])`";
        errors.push_at(argument, message);
        return Vec::new();
    };
    for name in &names {
        let text = name.value();
        if !is_token(text.as_bytes()) {
            let message = format!(
                "`{}` is not a header name, which is one word of letters, digits and `-`; write a name such as `x-tenant`",
                text.escape_debug()
            );
            errors.push(name.span(), message);
        }
    }
    names
}

/// The strings of `vary = […]`, or the one in the place of a list.
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

impl Predicate {
    /// The expression of type `CheckedOrigins`.
    pub(crate) fn origins(&self, private: &TokenStream) -> TokenStream {
        let Self { path, written, is_async, vary } = self;
        let name = if *is_async { "async_predicate" } else { "predicate" };
        let written = format!("{name}({written})");
        // A function with another signature is wrong where it is named.
        let span = Span::call_site().located_at(path.span());
        let call = quote_spanned!(span=> #path(__cors_origin, __cors_request));
        let parameters = quote_spanned!(span=> |__cors_origin, __cors_request|);
        let judge = if *is_async {
            let answer = policy::call(private, "answer", span, &call);
            quote!(#private::Judge::Async(#parameters #answer))
        } else {
            let verdict = policy::call(private, "verdict", span, &call);
            quote!(#private::Judge::Sync(#parameters #verdict))
        };
        quote! {{
            static __CORS_JUDGE: #private::Judge = #judge;
            #private::CheckedOrigins::Code(#private::Predicate {
                text: #written,
                module: ::core::module_path!(),
                framework: #private::FRAMEWORK,
                vary: &[#(#vary),*],
                judge: &__CORS_JUDGE,
            })
        }}
    }
}

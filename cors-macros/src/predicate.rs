//! Origins that code decides on: `origins = predicate(is_preview)`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, ExprCall, LitStr, Path};

use crate::errors::Errors;
use crate::groups::text;
use crate::values::peel;

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
    let mut vary = Vec::new();
    for argument in arguments {
        match headers(argument) {
            Some(names) => vary.extend(names),
            None => errors.push_at(
                argument,
                "after its function a predicate takes the request headers that it reads; \
                 write it as in `predicate(is_tenant, vary = [\"x-tenant\"])`",
            ),
        }
    }
    Some(Predicate { path: function.path.clone(), written: text(&function.path), is_async, vary })
}

/// The names in `vary = ["x-tenant"]`.
fn headers(argument: &Expr) -> Option<Vec<LitStr>> {
    let Expr::Assign(assignment) = peel(argument) else { return None };
    let Expr::Path(key) = peel(&assignment.left) else { return None };
    let Expr::Array(names) = peel(&assignment.right) else { return None };
    let name = |name: &Expr| match peel(name) {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(name), .. }) if is_header_name(&name.value()) => {
            Some(name.clone())
        }
        _ => None,
    };
    if !key.path.is_ident("vary") {
        return None;
    }
    names.elems.iter().map(name).collect()
}

fn is_header_name(name: &str) -> bool {
    cors_core::__private::is_token(name.as_bytes())
}

impl Predicate {
    /// The expression of type `CheckedOrigins`.
    pub(crate) fn origins(&self, private: &TokenStream) -> TokenStream {
        let Self { path, written, is_async, vary } = self;
        let name = if *is_async { "async_predicate" } else { "predicate" };
        let written = format!("{name}({written})");
        let judge = if *is_async {
            quote! {
                #private::Judge::Async(|__cors_origin, __cors_request| {
                    #private::Box::pin(async move { #private::verdict(#path(__cors_origin, __cors_request).await) })
                })
            }
        } else {
            quote! {
                #private::Judge::Sync(|__cors_origin, __cors_request| {
                    #private::verdict(#path(__cors_origin, __cors_request))
                })
            }
        };
        quote! {{
            static __CORS_JUDGE: #private::Judge = #judge;
            #private::CheckedOrigins::Code(#private::Predicate {
                text: #written,
                vary: &[#(#vary),*],
                judge: &__CORS_JUDGE,
            })
        }}
    }
}

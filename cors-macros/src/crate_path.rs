//! The path by which the expansion names the adapter.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::Path;

use crate::errors::Errors;
use crate::parse::path::{is_absolute, text};

/// Returns the path that `crate = …` gives, or the adapter under its own name.
pub(crate) fn path(adapter: &str, written: Option<&Path>, errors: &mut Errors) -> TokenStream {
    match written {
        Some(path) if is_absolute(path) => return path.to_token_stream(),
        Some(path) => errors.push_at(path, not_absolute(path)),
        None => {}
    }
    let adapter = Ident::new(adapter, Span::call_site());
    quote!(::#adapter)
}

fn not_absolute(path: &Path) -> String {
    let name = text(path);
    let fix = match name.split("::").next() {
        Some("self" | "super") => "write it from the root, as in `crate::reexport`".to_owned(),
        _ => format!("write `::{name}`"),
    };
    format!("the path is used in other scopes than this one, so `crate` takes an absolute path; {fix}")
}

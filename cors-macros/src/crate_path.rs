//! The paths by which the expansion names the adapter and its items.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Path;

use crate::errors::Errors;
use crate::parse::path::{is_absolute, path_text};

/// Returns the path that `crate = …` gives, or the adapter under its own name.
pub(crate) fn adapter_path(adapter: &str, written: Option<&Path>, errors: &mut Errors) -> TokenStream {
    match written {
        Some(path) if is_absolute(path) => return path.to_token_stream(),
        Some(path) => errors.push_at(path, not_absolute(path)),
        None => {}
    }
    let adapter = Ident::new(adapter, Span::call_site());
    quote!(::#adapter)
}

/// The path of the module `__private` of the adapter.
///
/// It stands in an expansion many times. Single tokens are appended without the compiler, unlike a stream of tokens.
pub(crate) struct PrivatePath(Vec<TokenTree>);

impl PrivatePath {
    pub(crate) fn of(adapter: &TokenStream) -> Self {
        Self(quote!(#adapter::__private).into_iter().collect())
    }
}

impl ToTokens for PrivatePath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}

fn not_absolute(path: &Path) -> String {
    let name = path_text(path);
    let fix = match name.split("::").next() {
        Some("self" | "super") => "write it from the root, as in `crate::reexport`".to_owned(),
        _ => format!("write `::{name}`"),
    };
    format!("the path is used in other scopes than this one, so `crate` takes an absolute path; {fix}")
}

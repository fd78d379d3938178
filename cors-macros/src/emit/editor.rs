//! The names of keys, for rust-analyzer alone: without an item that names them, a key means nothing to an editor.

use std::env;
use std::sync::LazyLock;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::crate_path::PrivatePath;
use crate::errors::Errors;
use crate::parse::entries::entries;
use crate::parse::keys::first_name;

/// Set if rust-analyzer expands the macro. Its server is a program of its own, so this is never set in a compiler.
///
/// `cfg(rust_analyzer)` in the expansion would be an `unexpected_cfgs` warning in the crates of users.
static IS_EDITOR: LazyLock<bool> = LazyLock::new(|| {
    let program = env::current_exe();
    program.is_ok_and(|path| path.file_stem().is_some_and(|name| name == "rust-analyzer-proc-macro-srv"))
});

/// Returns paths to the documented constants of the keys in `written`, and nothing for a compiler.
///
/// Paths, since rust-analyzer reports an import of a key that does not exist yet.
pub(crate) fn keys(private: &PrivatePath, written: &TokenStream) -> Option<TokenStream> {
    if !*IS_EDITOR {
        return None;
    }
    let entries = entries(written.clone(), &mut Errors::default());
    let names = entries.iter().filter_map(first_name).filter(is_no_keyword);
    // One path more stands where the path of the next key will stand, without which that key cannot be completed.
    Some(quote!(const _: () = { #(let _ = #private::keys::#names;)* let _ = #private::keys::origins; };))
}

fn is_no_keyword(name: &Ident) -> bool {
    syn::parse2::<Ident>(quote!(#name)).is_ok()
}

//! The path through which the expansion reaches the adapter.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};

use crate::errors::Errors;
use crate::item::framework::Framework;
use crate::parse::args::Args;
use crate::parse::path::is_absolute;

/// The path that `crate = …` gives, or the adapter under its own name.
pub(crate) fn path(framework: Framework, args: &Args, errors: &mut Errors) -> TokenStream {
    match &args.crate_path {
        Some(path) if is_absolute(path) => path.to_token_stream(),
        Some(path) => {
            let name = path.to_token_stream().to_string().replace(' ', "");
            let fix = match name.split("::").next() {
                Some("self" | "super") => "write it from the root, as in `crate::reexport`".to_owned(),
                _ => format!("write `::{name}`"),
            };
            let message = format!(
                "the expansion stands in other scopes than this, so `crate` is an absolute path; {fix}"
            );
            errors.push_at(path, message);
            default_path(framework)
        }
        None => default_path(framework),
    }
}

fn default_path(framework: Framework) -> TokenStream {
    match framework {
        Framework::Actix => quote!(::cors_actix),
        Framework::Rocket => quote!(::cors_rocket),
    }
}

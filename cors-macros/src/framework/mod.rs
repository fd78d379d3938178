//! The frameworks, each a value that refers to its expansion in `emit`. The pipeline knows none of them by its name.

pub(crate) mod actix;
pub(crate) mod axum;
pub(crate) mod rocket;

use proc_macro2::TokenStream;

use crate::emit::route::RouteEmitter;
use crate::errors::Errors;
use crate::item::handler::{Handler, HandlerRoute};
use crate::item::placement::Misplaced;
use crate::item::route_syntax::RouteSyntax;

/// What a web framework has of its own.
pub(crate) struct Framework {
    /// The crate of the adapter, through which expansions reach all that they name.
    pub(crate) adapter: &'static str,
    pub(crate) syntax: RouteSyntax,
    /// What `#[cors]` stands above, as messages quote it.
    pub(crate) above: &'static str,
    /// The message for `#[cors]` on what is neither a function nor a module.
    pub(crate) no_function: &'static str,
    /// The message for `#[cors]` on a module, where modules cannot have it.
    pub(crate) no_module: Option<&'static str>,
    /// Returns why a free function cannot have `#[cors]`.
    pub(crate) misplaced: fn(&Handler, &[HandlerRoute]) -> Option<Misplaced>,
    /// Returns what a handler takes as body, if browsers send its `Content-Type` only when that is allowed.
    pub(crate) body_kind: fn(&Handler, &[HandlerRoute]) -> Option<String>,
    /// Expands a handler to itself and its routes with their policy.
    pub(crate) emit: fn(&RouteEmitter<'_>, Handler, &[HandlerRoute], &mut Errors) -> TokenStream,
}

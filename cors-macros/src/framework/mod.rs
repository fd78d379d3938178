//! The frameworks, each a value that refers to its expansion in `emit`. The pipeline names none of them.

pub(crate) mod actix;
pub(crate) mod axum;
pub(crate) mod rocket;

use proc_macro2::TokenStream;

use crate::emit::route::RouteEmitter;
use crate::errors::Errors;
use crate::item::handler::{Handler, HandlerRoute};
use crate::item::placement::Misplaced;
use crate::item::route_syntax::RouteSyntax;

/// A web framework, as the macros need to know it.
pub(crate) struct Framework {
    /// The crate of the adapter, to which all paths of an expansion lead.
    pub(crate) adapter: &'static str,
    pub(crate) syntax: RouteSyntax,
    /// The item or attribute below `#[cors]`, as messages quote it.
    pub(crate) target: &'static str,
    /// The message for `#[cors]` on an item that is neither a function nor a module.
    pub(crate) on_other_item: &'static str,
    /// The message for `#[cors]` on a module, if modules cannot have it.
    pub(crate) on_module: Option<&'static str>,
    /// Returns why a free function cannot have `#[cors]`.
    pub(crate) misplaced: fn(&Handler, &[HandlerRoute]) -> Option<Misplaced>,
    /// Returns the kind of body that a handler takes, if browsers send its `Content-Type` only when that is allowed.
    pub(crate) body_kind: fn(&Handler, &[HandlerRoute]) -> Option<String>,
    /// Expands a handler with its routes and their policy.
    pub(crate) emit: fn(&RouteEmitter<'_>, Handler, &[HandlerRoute], &mut Errors) -> TokenStream,
}

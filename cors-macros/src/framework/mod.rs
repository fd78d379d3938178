//! The frameworks, each a value that refers to its expansion in `emit`. The pipeline names none of them.

pub(crate) mod actix;
pub(crate) mod axum;
pub(crate) mod rocket;

use proc_macro2::TokenStream;

use crate::emit::route::RouteEmitter;
use crate::errors::Errors;
use crate::item::handler::{Handler, HandlerRoute};
use crate::item::route_syntax::RouteSyntax;

/// A web framework, as the macros need to know it.
pub(crate) struct Framework {
    /// The crate of the adapter, to which all paths of an expansion lead.
    pub(crate) adapter: &'static str,
    pub(crate) routing: Routing,
    /// Set if the framework answers `HEAD` by the route of `GET`.
    pub(crate) head_follows_get: bool,
    /// The item or attribute below `#[cors]`, as messages quote it.
    pub(crate) target: &'static str,
    /// The message for `#[cors]` on an item that is neither a function nor a module.
    pub(crate) on_other_item: &'static str,
    /// Returns why a free function cannot have `#[cors]`.
    pub(crate) refusal: fn(&Handler, &[HandlerRoute]) -> Option<syn::Error>,
    /// Returns the kind of body that a handler takes, if browsers send its `Content-Type` only when that is allowed.
    pub(crate) body_kind: fn(&Handler, &[HandlerRoute]) -> Option<String>,
    /// Expands a handler with its routes and their policy.
    pub(crate) emit: fn(&RouteEmitter<'_>, Handler, &[HandlerRoute], &mut Errors) -> TokenStream,
}

/// The way in which an application makes a handler a route.
pub(crate) enum Routing {
    /// By an attribute below `#[cors]`.
    Attributes(RouteSyntax),
    /// By a router, in code that the macro does not see. The message is for `#[cors]` on a module.
    Router { on_module: &'static str },
}

impl Framework {
    /// Returns the routes that the attributes of a handler make.
    pub(crate) fn routes(&self, handler: &Handler) -> Vec<HandlerRoute> {
        let Routing::Attributes(syntax) = &self.routing else { return Vec::new() };
        let mut routes = handler.routes(syntax);
        if self.head_follows_get {
            for route in routes.iter_mut().filter(|route| route.methods == ["GET"]) {
                route.methods.push("HEAD".to_owned());
            }
        }
        routes
    }
}

//! What a route attribute of actix-web says.
//!
//! The expansion registers the route in the place of the attribute. What actix-web would refuse is left to the attribute, so
//! that the message is actix-web's own.

use std::collections::HashSet;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue, Path, ReturnType, Token};

use crate::errors::Errors;
use crate::handler::{Handler, Route, last_segment};
use crate::values::peel;

/// A route of a handler, as actix-web's attribute describes it.
pub(crate) struct Resource<'a> {
    pub(crate) route: &'a Route,
    pub(crate) path: LitStr,
    pub(crate) options: Options,
}

/// What can stand behind the path, but for methods.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) name: Option<LitStr>,
    /// Functions that decide whether a request is for the route.
    pub(crate) guards: Vec<Path>,
    /// Middleware, of which the last is the outermost.
    pub(crate) wraps: Vec<Expr>,
}

/// The routes of a handler, in their order; `None` if actix-web would refuse one of them.
pub(crate) fn resources<'a>(
    handler: &Handler,
    routes: &'a [Route],
    errors: &mut Errors,
) -> Option<Vec<Resource<'a>>> {
    let is_one = routes.len() == 1 || handler.attrs.iter().any(is_routes);
    if !is_one || matches!(handler.sig.output, ReturnType::Default) {
        return None;
    }
    routes.iter().map(|route| resource(handler.attrs.get(route.index)?, route, errors)).collect()
}

fn resource<'a>(attribute: &Attribute, route: &'a Route, errors: &mut Errors) -> Option<Resource<'a>> {
    let arguments = |input: ParseStream<'_>| {
        let path: LitStr = input.parse()?;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        Ok((path, Punctuated::<MetaNameValue, Token![,]>::parse_terminated(input)?))
    };
    let Meta::List(list) = &attribute.meta else { return None };
    let (path, arguments) = arguments.parse2(list.tokens.clone()).ok()?;
    let has_methods = last_segment(attribute).is_some_and(|name| name == "route");
    let are_methods_right = !has_methods || are_distinct_names(&route.methods);
    let mut options = Options::default();
    for argument in arguments {
        options.add(argument, has_methods, errors)?;
    }
    (are_methods_right && is_readable(&path.value())).then_some(Resource { route, path, options })
}

impl Options {
    fn add(&mut self, argument: MetaNameValue, has_methods: bool, errors: &mut Errors) -> Option<()> {
        let key = argument.path.get_ident().map(ToString::to_string);
        let text = || match peel(&argument.value) {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.clone()),
            _ => None,
        };
        match key.as_deref() {
            Some("name") => self.name = Some(text()?),
            Some("guard") => self.guards.push(text()?.parse().ok()?),
            Some("wrap") => self.wraps.push(text()?.parse().ok()?),
            Some("method") if has_methods => drop(text()?),
            Some("method") => return None,
            // Should actix-web come to know it, it would be lost here.
            _ => errors.push_at(
                &argument.path,
                "`#[cors]` knows `name`, `guard`, `wrap` and `method` of a route; remove this argument",
            ),
        }
        Some(())
    }
}

/// Whether actix-web takes these for methods of `#[route]`.
fn are_distinct_names(methods: &[String]) -> bool {
    let is_upper = |method: &String| method.chars().all(|letter| letter.is_ascii_uppercase());
    let distinct: HashSet<&String> = methods.iter().collect();
    !methods.is_empty() && methods.iter().all(is_upper) && distinct.len() == methods.len()
}

/// Whether the dynamic segments of a path, `{name}` or `{name:regular expression}`, are closed and have names. Others stop the
/// start of an application with actix-web's message.
fn is_readable(path: &str) -> bool {
    let mut rest = path;
    while let Some((_, segment)) = rest.split_once('{') {
        let mut depth = 1_usize;
        let end = segment.find(|letter| {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        let Some((segment, after)) = end.and_then(|end| segment.split_at_checked(end)) else { return false };
        if segment.is_empty() || segment.starts_with(':') {
            return false;
        }
        rest = after;
    }
    true
}

fn is_routes(attribute: &Attribute) -> bool {
    last_segment(attribute).is_some_and(|name| name == "routes")
}

/// Takes the route attributes from the handler. What is returned uses what they name, so that no import is unused.
pub(crate) fn take(handler: &mut Handler, routes: &[Route]) -> TokenStream {
    let is_route = |index: usize, attribute: &Attribute| {
        is_routes(attribute) || routes.iter().any(|route| route.index == index)
    };
    let attributes = std::mem::take(&mut handler.attrs).into_iter().enumerate();
    let (taken, kept): (Vec<_>, Vec<_>) =
        attributes.partition(|(index, attribute)| is_route(*index, attribute));
    handler.attrs = kept.into_iter().map(|(_, attribute)| attribute).collect();
    // Below `#[routes]` the others are its own words, which nobody needs to import.
    let of_routes = taken.iter().position(|(_, attribute)| is_routes(attribute)).unwrap_or_default();
    taken.get(of_routes).map(|(_, attribute)| used(attribute.path())).unwrap_or_default()
}

/// With the expansion's spans, for which no lint says that the import in the expansion is unused.
fn used(path: &Path) -> TokenStream {
    let mut path = path.clone();
    for segment in &mut path.segments {
        segment.ident.set_span(segment.ident.span().resolved_at(Span::call_site()));
    }
    quote!(use #path as _;)
}

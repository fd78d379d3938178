//! The arguments of actix-web's route attributes, read as by `route.rs` of actix-web-codegen.
//!
//! The expansion registers the route in place of the attribute. An attribute that actix-web would refuse is kept, so that
//! actix-web reports the mistake.

use std::collections::HashSet;

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue, Path, ReturnType, Token};

use crate::errors::Errors;
use crate::item::handler::{Handler, HandlerRoute, respanned};
use crate::item::route_syntax::{ANY_METHOD, is_named};

/// A route attribute with its arguments.
pub(crate) struct RouteAttribute<'a> {
    pub(crate) route: &'a HandlerRoute,
    pub(crate) path: LitStr,
    pub(crate) name: Option<LitStr>,
    /// Functions, of which each has to accept a request for the route.
    pub(crate) guards: Vec<Path>,
    /// Middleware. The last is the outermost.
    pub(crate) wraps: Vec<Expr>,
}

/// Reads the route attributes of a handler, in their order. Returns `None` if actix-web would refuse one of them.
pub(crate) fn read<'a>(
    handler: &Handler,
    routes: &'a [HandlerRoute],
    errors: &mut Errors,
) -> Option<Vec<RouteAttribute<'a>>> {
    let attribute = |route: &HandlerRoute| handler.attrs.get(route.index);
    let of_routes =
        |route: &&HandlerRoute| attribute(route).is_some_and(|it| it.path().get_ident().is_some());
    let joined: Vec<&HandlerRoute> = match handler.attrs.iter().any(is_routes) {
        // Below `#[routes]` actix-web recognises its attributes by a single name.
        true => routes.iter().filter(of_routes).collect(),
        false => routes.iter().collect(),
    };
    if joined.is_empty()
        || not_joined(handler, routes).is_some()
        || matches!(handler.sig.output, ReturnType::Default)
    {
        return None;
    }
    joined.into_iter().map(|route| read_one(attribute(route)?, route, errors)).collect()
}

/// Returns the second route attribute, if no `#[routes]` joins it to the first.
pub(crate) fn not_joined<'a>(handler: &Handler, routes: &'a [HandlerRoute]) -> Option<&'a HandlerRoute> {
    routes.get(1).filter(|_| !handler.attrs.iter().any(is_routes))
}

fn read_one<'a>(
    attribute: &Attribute,
    route: &'a HandlerRoute,
    errors: &mut Errors,
) -> Option<RouteAttribute<'a>> {
    let parsed = |input: ParseStream<'_>| {
        let path: LitStr = input.parse()?;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        Ok((path, Punctuated::<MetaNameValue, Token![,]>::parse_terminated(input)?))
    };
    let Meta::List(list) = &attribute.meta else { return None };
    let (path, all) = parsed.parse2(list.tokens.clone()).ok()?;
    let has_methods = is_named(attribute, ANY_METHOD);
    let are_methods_right = !has_methods || are_distinct_names(&route.methods);
    let mut read = RouteAttribute { route, path, name: None, guards: Vec::new(), wraps: Vec::new() };
    for argument in all {
        read.add(argument, has_methods, errors)?;
    }
    (are_methods_right && is_readable(&read.path.value())).then_some(read)
}

impl RouteAttribute<'_> {
    /// Adds an argument after the path. Returns `None` if actix-web would refuse it.
    fn add(&mut self, argument: MetaNameValue, has_methods: bool, errors: &mut Errors) -> Option<()> {
        let key = argument.path.get_ident().map(ToString::to_string);
        let text = || literal(&argument.value);
        match key.as_deref() {
            Some("name") => self.name = Some(text()?),
            Some("guard") => self.guards.push(text()?.parse().ok()?),
            Some("wrap") => self.wraps.push(text()?.parse().ok()?),
            Some("method") if has_methods => drop(text()?),
            Some("method") => return None,
            // An argument of a newer actix-web would be lost in the expansion.
            _ => errors.push_at(
                &argument.path,
                "`#[cors]` supports the arguments `name`, `guard`, `wrap` and `method` of a route; remove this one",
            ),
        }
        Some(())
    }
}

fn literal(value: &Expr) -> Option<LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.clone()),
        // The value of a variable of `macro_rules!`.
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

/// Reports whether actix-web accepts these methods in `#[route]`.
fn are_distinct_names(methods: &[String]) -> bool {
    let is_name =
        |method: &String| !method.is_empty() && method.chars().all(|letter| letter.is_ascii_uppercase());
    let distinct: HashSet<&String> = methods.iter().collect();
    !methods.is_empty() && methods.iter().all(is_name) && distinct.len() == methods.len()
}

/// The number of dynamic segments that actix-web accepts.
const MAX_SEGMENTS: usize = 16;

/// Reports whether actix-web can read the dynamic segments of a path: `{name}`, `{name}*` or `{name:regular expression}`. Regular
/// expressions are not checked here. A wrong one stops the start of the application.
fn is_readable(path: &str) -> bool {
    let (mut rest, mut names) = (path, Vec::new());
    while let Some((_, segment)) = rest.split_once('{') {
        let Some((segment, after)) = closed(segment) else { return false };
        let (name, expression) = match segment.split_once(':') {
            Some((name, expression)) => (name, Some(expression)),
            None => (segment, None),
        };
        let is_whole = is_group_name(name) && !names.contains(&name);
        if !is_whole || (expression.is_some() && after == "}*") {
            return false;
        }
        names.push(name);
        rest = after;
    }
    names.len() <= MAX_SEGMENTS
}

/// Splits before the brace that closes a segment.
fn closed(segment: &str) -> Option<(&str, &str)> {
    let mut depth = 1_usize;
    let end = segment.find(|letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    segment.split_at_checked(end?)
}

/// Reports whether a group of a regular expression can have this name. Letters beyond ASCII are accepted unchecked.
fn is_group_name(name: &str) -> bool {
    let is_inside =
        |letter: char| letter.is_ascii_alphanumeric() || !letter.is_ascii() || "_.[]".contains(letter);
    let is_first = |letter: char| letter.is_ascii_alphabetic() || letter == '_' || !letter.is_ascii();
    name.chars().next().is_some_and(is_first) && name.chars().all(is_inside)
}

fn is_routes(attribute: &Attribute) -> bool {
    is_named(attribute, "routes")
}

/// Takes the attributes from the handler. Returns a `use` of the first, so that the user's import of the attribute is not unused.
pub(crate) fn take(handler: &mut Handler, attributes: &[RouteAttribute<'_>]) -> TokenStream {
    let taken = handler.take_attributes(|index, attribute| {
        is_routes(attribute) || attributes.iter().any(|taken| taken.route.index == index)
    });
    // The attributes below `#[routes]` need no import.
    let imported = taken.iter().find(|attribute| is_routes(attribute)).or(taken.first());
    imported.map(|attribute| import_of(attribute.path())).unwrap_or_default()
}

/// Imports an attribute, with spans of the expansion, on which the lint for unused imports says nothing.
fn import_of(path: &Path) -> TokenStream {
    let mut path = path.clone();
    for segment in &mut path.segments {
        segment.ident = respanned(&segment.ident, segment.ident.span().resolved_at(Span::call_site()));
    }
    // A path that names nothing is reported at the path alone.
    let span = Span::call_site().located_at(path.span());
    quote_spanned!(span=> use #path as _;)
}

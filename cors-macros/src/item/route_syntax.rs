//! The syntax of the routes of a framework.

use proc_macro2::TokenTree;
use syn::ext::IdentExt as _;
use syn::{Attribute, Ident, LitStr};

use crate::item::arguments::Argument;

/// The route attributes of a framework.
pub(crate) struct RouteSyntax {
    /// The crate that has the attributes.
    pub(crate) crate_name: &'static str,
    /// The attributes with the name of their one method, such as `get` of `#[get("/")]`.
    pub(crate) one_method: &'static [&'static str],
    /// The attribute that joins those below into one route, such as `routes`.
    pub(crate) joining: Option<&'static str>,
    /// Returns the method that an argument of [`ANY_METHOD`] names.
    pub(crate) named_method: fn(&Argument) -> Option<String>,
    /// Reports whether the arguments of [`ANY_METHOD`] are those of a route, although without a path first.
    pub(crate) begins_with_method: fn(&[TokenTree]) -> bool,
}

/// The attribute whose arguments name the methods, on every framework: `#[route("/", method = "GET")]`, `#[route(GET, uri = "/")]`.
pub(crate) const ANY_METHOD: &str = "route";

impl RouteSyntax {
    /// Reports whether an attribute of this name makes a function a route.
    pub(crate) fn is_route(&self, name: &str) -> bool {
        self.one_method.contains(&name) || name == ANY_METHOD || self.is_joining(name)
    }

    /// Returns the method that a route attribute of this name serves.
    pub(crate) fn method(&self, name: &str) -> Option<String> {
        self.one_method.contains(&name).then(|| name.to_ascii_uppercase())
    }

    pub(crate) fn is_joining(&self, name: &str) -> bool {
        self.joining == Some(name)
    }

    /// Reports whether the arguments of an attribute of this name begin like those of a route. Attributes of other crates can have
    /// the name of a route attribute, such as `#[fastrace::trace]`.
    pub(crate) fn begins_as_route(&self, name: &str, arguments: &[TokenTree]) -> bool {
        match arguments {
            [TokenTree::Literal(path), ..] => syn::parse_str::<LitStr>(&path.to_string()).is_ok(),
            [TokenTree::Punct(dollar), next, ..] if dollar.as_char() == '$' => next.to_string() != "crate",
            arguments => name == ANY_METHOD && (self.begins_with_method)(arguments),
        }
    }
}

/// Reports whether the path of an attribute ends in `crate_name::last`, as it is written.
pub(crate) fn ends_in(attribute: &Attribute, crate_name: &str, last: &str) -> bool {
    let mut segments = attribute.path().segments.iter().rev();
    segments.next().is_some_and(|name| name.ident == last)
        && segments.next().is_some_and(|name| name.ident == crate_name)
}

/// Reports whether the path of an attribute ends in `name`.
pub(crate) fn is_named(attribute: &Attribute, name: &str) -> bool {
    last_segment(attribute).is_some_and(|last| last == name)
}

/// Returns the last segment of an attribute's path: `get` of `#[actix_web::get(…)]` and of `#[r#get(…)]`.
pub(crate) fn last_segment(attribute: &Attribute) -> Option<Ident> {
    attribute.path().segments.last().map(|segment| segment.ident.unraw())
}

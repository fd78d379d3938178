//! The frameworks.

use syn::ext::IdentExt as _;
use syn::{Attribute, Ident};

/// The web framework whose route attributes count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Framework {
    Actix,
    Rocket,
}

impl Framework {
    /// Reports whether an attribute of this name makes a function a route.
    pub(crate) fn is_route(self, name: &str) -> bool {
        self.method(name).is_some() || name == "route" || (self == Self::Actix && name == "routes")
    }

    /// Returns the name of the crate that has these attributes.
    pub(crate) fn crate_name(self) -> &'static str {
        match self {
            Self::Actix => "actix_web",
            Self::Rocket => "rocket",
        }
    }

    /// The method that a route attribute of this name serves.
    pub(super) fn method(self, name: &str) -> Option<&'static str> {
        Some(match (name, self) {
            ("get", _) => "GET",
            ("post", _) => "POST",
            ("put", _) => "PUT",
            ("delete", _) => "DELETE",
            ("patch", _) => "PATCH",
            ("head", _) => "HEAD",
            ("options", _) => "OPTIONS",
            ("query", Self::Actix) => "QUERY",
            ("connect", Self::Actix) => "CONNECT",
            ("trace", Self::Actix) => "TRACE",
            _ => return None,
        })
    }
}

/// The last segment of an attribute's path: `get` of `#[actix_web::get(…)]` and of `#[r#get(…)]`.
pub(crate) fn last_segment(attribute: &Attribute) -> Option<Ident> {
    attribute.path().segments.last().map(|segment| segment.ident.unraw())
}

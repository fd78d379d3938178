//! The macros as functions, and the tokens that their output has to contain.
//!
//! The functions of a macro crate cannot be called from outside, so this crate compiles the modules of cors-macros.

mod invisible;
mod kept;
mod plain;

#[path = "../../../cors-macros/src"]
mod modules {
    pub(crate) mod check;
    pub(crate) mod crate_path;
    pub(crate) mod emit;
    pub(crate) mod errors;
    pub(crate) mod expand;
    pub(crate) mod framework;
    pub(crate) mod item;
    pub(crate) mod module;
    pub(crate) mod parse;
    pub(crate) mod token_trees;
}

use proc_macro2::TokenStream;

pub use invisible::invisible;
pub use kept::{flat, lost};

// The modules name each other from the root of their crate.
use modules::*;

/// The framework of a macro.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framework {
    /// actix-web.
    Actix,
    /// Rocket.
    Rocket,
    /// axum.
    Axum,
    /// A framework that cors-macros does not know, and whose routes are no attributes.
    Plain,
}

impl Framework {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Actix, Self::Rocket, Self::Axum, Self::Plain];

    /// Those whose routes are attributes, so that a module can have `#[cors]`.
    pub const WITH_ROUTE_ATTRIBUTES: [Self; 2] = [Self::Actix, Self::Rocket];

    /// Expands `#[cors(args)]` on `item`.
    pub fn expand(self, args: TokenStream, item: TokenStream) -> TokenStream {
        expand::expand(self.of_macros(), args, item)
    }

    /// Expands `policy!(args)`.
    pub fn policy(self, args: TokenStream) -> TokenStream {
        expand::policy(self.of_macros().adapter, args)
    }

    fn of_macros(self) -> &'static framework::Framework {
        match self {
            Self::Actix => &framework::actix::ACTIX,
            Self::Rocket => &framework::rocket::ROCKET,
            Self::Axum => &framework::axum::AXUM,
            Self::Plain => &plain::PLAIN,
        }
    }
}

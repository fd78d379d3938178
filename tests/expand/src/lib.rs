//! The macros as functions, and what has to be in their output.
//!
//! Nobody can call the functions of a macro crate from outside, so the modules of cors-macros are compiled into this crate.

mod kept;

#[path = "../../../cors-macros/src"]
mod modules {
    pub(crate) mod check;
    pub(crate) mod crate_path;
    pub(crate) mod emit;
    pub(crate) mod errors;
    pub(crate) mod expand;
    pub(crate) mod item;
    pub(crate) mod module;
    pub(crate) mod parse;
}

use proc_macro2::TokenStream;

pub use kept::{flat, lost};

// They name each other from the root of their crate.
use modules::*;

/// The framework whose macros these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framework {
    /// actix-web.
    Actix,
    /// Rocket.
    Rocket,
}

impl Framework {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Actix, Self::Rocket];

    /// Expands `#[cors(args)]` on `item`.
    pub fn expand(self, args: TokenStream, item: TokenStream) -> TokenStream {
        expand::expand(self.of_macros(), args, item)
    }

    /// Expands `policy!(args)`.
    pub fn policy(self, args: TokenStream) -> TokenStream {
        expand::policy(self.of_macros(), args)
    }

    fn of_macros(self) -> item::framework::Framework {
        match self {
            Self::Actix => item::framework::Framework::Actix,
            Self::Rocket => item::framework::Framework::Rocket,
        }
    }
}

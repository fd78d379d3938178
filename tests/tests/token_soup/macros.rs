//! The modules of cors-macros.

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
}
pub(crate) use modules::*;

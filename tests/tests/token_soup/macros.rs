//! The modules of cors-macros.

#[path = "../../../cors-macros/src"]
mod modules {
    pub(crate) mod actix_route;
    pub(crate) mod args;
    pub(crate) mod blame;
    pub(crate) mod check;
    pub(crate) mod errors;
    pub(crate) mod expand;
    pub(crate) mod groups;
    pub(crate) mod handler;
    pub(crate) mod inherit;
    pub(crate) mod keys;
    pub(crate) mod krate;
    pub(crate) mod list;
    pub(crate) mod module;
    pub(crate) mod policy;
    pub(crate) mod predicate;
    pub(crate) mod values;
}
pub(crate) use modules::*;

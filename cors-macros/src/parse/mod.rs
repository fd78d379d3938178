//! The arguments of the attribute.

pub(crate) mod args;
pub(crate) mod entries;
pub(crate) mod grammar;
pub(crate) mod inherit;
pub(crate) mod keys;
pub(crate) mod list;
pub(crate) mod literal;
mod max_age;
pub(crate) mod path;
pub(crate) mod predicate;
mod unknown_key;

//! Syntax of the texts in policies and requests. Most functions are `const fn`s.

pub(crate) mod bytes;
pub(crate) mod escaped;
pub(crate) mod list;
pub(crate) mod nearest;
pub(crate) mod token;

//! Terms of the standards, as functions and types.

pub(crate) mod origin;
pub(crate) mod safelist;
pub(crate) mod syntax;
pub(crate) mod terms;

//! Terms of the standards, each where the others can name it.

pub(crate) mod origin;
pub(crate) mod safelist;
pub(crate) mod syntax;
pub(crate) mod terms;

//! The macro on tokens that are no attribute and no function: it never panics, and its output contains all of the
//! user's tokens.

mod half_typed;
mod places;
mod soup;
mod unknown_framework;
mod unreached;

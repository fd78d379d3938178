//! The macro on tokens that are no attribute and no function: it never panics, and what the user wrote is in the
//! output, whole.

mod half_typed;
mod places;
mod soup;
mod third;
mod unreached;

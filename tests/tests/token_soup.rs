//! The macro on tokens that are no attribute and no function: it never panics, and what the user wrote is in the
//! output, whole.
//!
//! The functions of a macro crate cannot be called from outside, so its modules are compiled into this test.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

#[path = "token_soup/half_typed.rs"]
mod half_typed;
#[path = "token_soup/kept.rs"]
mod kept;
#[path = "token_soup/macros.rs"]
mod macros;
#[path = "token_soup/places.rs"]
mod places;
#[path = "token_soup/soup.rs"]
mod soup;
#[path = "token_soup/third.rs"]
mod third;
#[path = "token_soup/unreached.rs"]
mod unreached;

// They name each other from the root of their crate.
use macros::*;

//! The macro on tokens that are no attribute and no function: it never panics, and what the user wrote is in the
//! output, whole.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

#[path = "token_soup/half_typed.rs"]
mod half_typed;
#[path = "token_soup/places.rs"]
mod places;
#[path = "token_soup/soup.rs"]
mod soup;
#[path = "token_soup/unreached.rs"]
mod unreached;

//! What the tests of `cors-core`, those of both adapters and `fuzz` compare with: the rules a second time, and the test
//! vectors in `data/`.
//!
//! Apart from `cors-tests`, because neither the tests of `cors-core` nor `fuzz` need the frameworks.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

pub mod corpus;
pub mod decide;
pub mod grammar;
pub mod kinds;
pub mod reference;
pub mod vary;

//! Test vectors and hostile requests over TCP, against both adapters.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

mod advisories;
mod generated;
mod hostile;
mod origins;

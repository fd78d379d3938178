//! Every fix that a message offers, applied as it is written: its mistake is gone, no other has come, and nothing
//! else has changed.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

#[path = "fixes/apply.rs"]
mod apply;
#[path = "fixes/properties.rs"]
mod properties;
#[path = "fixes/table.rs"]
mod table;

//! cors-core by itself, in the order of its layers: the test vectors of `cors-oracle`, and properties that hold for any
//! input.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

mod adapter;
mod decision;
mod env;
mod equality;
mod explain;
#[cfg(feature = "http")]
mod http;
mod origin;
mod rules;
mod syntax;

use proptest::prelude::ProptestConfig;

/// Limits the number of cases. Miri is slow, and looks for undefined behaviour only.
fn cases(number: u32) -> ProptestConfig {
    let cases = if cfg!(miri) { 8 } else { number };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

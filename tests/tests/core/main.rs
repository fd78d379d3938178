//! cors-core by itself: the test vectors in `data/`, and properties that hold for any input.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

mod advisories;
mod constants;
mod cost;
mod endpoint;
mod enforce;
mod equality;
mod kinds;
mod mistakes;
mod origins;
mod parse;
mod policies;
mod properties;
mod received;
mod reports;
mod shapes;
mod vary;

use proptest::prelude::ProptestConfig;

/// How often a property is tried. Miri is slow, and looks for other things.
fn cases(number: u32) -> ProptestConfig {
    let cases = if cfg!(miri) { 8 } else { number };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

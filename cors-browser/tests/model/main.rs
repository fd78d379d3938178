//! The model of the browser: rows from web-platform-tests and the standard, whole stories, and properties.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

mod agreement;
mod cache;
mod data;
mod explain;
mod guide;
mod preflights;
mod properties;
mod redirects;
mod requests;
mod responses;
mod safelist;
mod server;
mod vectors;
mod wire;

use proptest::prelude::ProptestConfig;

/// How often a property is tried. Miri is slow, and looks for other things.
fn cases(number: u32) -> ProptestConfig {
    let cases = if cfg!(miri) { 8 } else { number };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

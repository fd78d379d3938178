//! The model of the browser, tested with rows from web-platform-tests and the standard, with whole stories, and with
//! properties.

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

/// Limits the number of cases. Miri is slow, and looks for undefined behaviour only.
fn cases(number: u32) -> ProptestConfig {
    let cases = if cfg!(miri) { 8 } else { number };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

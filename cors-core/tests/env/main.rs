//! Policies from variables: what goes wrong on the way from a file or a shell, and what is read.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by a panic")]

mod names;
mod properties;
mod table;
mod traps;

use std::ffi::OsString;

use cors_core::{Config, PolicyError};
use proptest::prelude::ProptestConfig;

fn read(vars: &[(&str, &str)]) -> Result<Config, PolicyError> {
    let vars = vars.iter().map(|(name, value)| (OsString::from(name), OsString::from(value)));
    Config::from_vars("API_CORS", vars)
}

/// The whole text of the error.
fn error(vars: &[(&str, &str)]) -> String {
    match read(vars) {
        Ok(config) => panic!("{vars:?} is read as {config:?}"),
        Err(error) => error.to_string(),
    }
}

/// How often a property is tried. Miri is slow, and looks for other things.
fn cases(number: u32) -> ProptestConfig {
    let cases = if cfg!(miri) { 8 } else { number };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

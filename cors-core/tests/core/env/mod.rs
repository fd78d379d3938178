//! Policies from variables: mistakes on the way from a file or a shell, and values that are read.

mod names;
mod properties;
mod table;
mod traps;

use std::ffi::OsString;

use cors_core::{Config, PolicyError};

fn read(vars: &[(&str, &str)]) -> Result<Config, PolicyError> {
    let vars = vars.iter().map(|(name, value)| (OsString::from(name), OsString::from(value)));
    Config::from_vars("API_CORS", vars)
}

fn error(vars: &[(&str, &str)]) -> String {
    match read(vars) {
        Ok(config) => panic!("{vars:?} is read as {config:?}"),
        Err(error) => error.to_string(),
    }
}

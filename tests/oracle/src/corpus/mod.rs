//! The test vectors in `data/`.

mod advisories;
mod origins;
mod policies;

use serde_json::Value;

pub use advisories::{Advisory, AdvisoryRequest, NOT_REQUESTS, Seen, advisories};
pub use origins::{OnTheWire, OriginRow, Verdict, origin_lists, origin_rows};
pub use policies::{config, danger, is_accepted, policy_rows};

/// Reads a file of `data/`.
fn load(file: &str) -> Value {
    let path = format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the rows of a file of `data/`, stored under `key`.
fn rows(file: &str, key: &str) -> Vec<Value> {
    let rows = load(file)[key].as_array().expect("an array of rows").clone();
    assert!(!rows.is_empty(), "{file} has no row");
    rows
}

/// Returns the strings of an array. An absent array is empty.
pub fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(|text| text.as_str().expect("a string").to_owned()).collect()
}

//! `policies.json`: policies, each with whether it is a mistake.

use cors_core::{Config, MaxAge};
use serde_json::Value;

use super::{rows, strings};

/// Rows whose policy the types of [`Config`] cannot express.
const NOT_EXPRESSIBLE: [&str; 3] = ["IP-0008", "IP-0009", "IP-0011"];

/// Reasons of rows that our rules do not have.
const ACCEPTED_REASONS: [&str; 1] = ["origin_redundant"];

/// The keys that take a danger, each with the danger's name.
const DANGERS: [(&str, &str); 3] = [
    ("dangerously_allow_insecure_origins", "insecure_origins"),
    ("dangerously_allow_public_suffix", "public_suffix_wildcards"),
    ("dangerously_allow_null", "null_origin"),
];

/// Returns every row.
pub fn policy_rows() -> Vec<Value> {
    rows("policies.json", "rows")
}

/// Reports whether our rules accept the policy of a row.
pub fn is_accepted(row: &Value) -> bool {
    row["verdict"] == "accept" || ACCEPTED_REASONS.contains(&row["reason"].as_str().unwrap())
}

/// Returns the policy of a row, if the types of [`Config`] can express it.
pub fn config(row: &Value) -> Option<Config> {
    if NOT_EXPRESSIBLE.contains(&row["id"].as_str().unwrap()) {
        assert_eq!(row["reason"], "shape_type");
        return None;
    }
    let policy = &row["policy"];
    let mut config = Config::default();
    config.origins = policy.get("origins").map(strings);
    config.methods = policy.get("methods").map(strings);
    config.allow_headers = strings(&policy["headers"]);
    config.expose_headers = strings(&policy["expose"]);
    config.credentials = policy["credentials"].as_bool().unwrap_or_default();
    config.max_age = policy.get("max_age").map(|seconds| MaxAge::Seconds(seconds.as_i64().unwrap()));
    let taken = DANGERS.iter().filter(|(key, _)| policy[*key] == true);
    config.dangerously_allow = taken.map(|(_, name)| (*name).to_owned()).collect();
    Some(config)
}

/// Returns the name of the danger that a key takes.
pub fn danger(key: &str) -> Option<&'static str> {
    DANGERS.iter().find(|danger| danger.0 == key).map(|danger| danger.1)
}

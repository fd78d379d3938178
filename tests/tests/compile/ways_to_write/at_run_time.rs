//! Ways of a running program: the policy is checked at run time.

use std::ffi::OsString;

use cors_core::{Config, MaxAge, Policy, PolicyError};
use serde_json::{Map, Value, json};

use crate::ways_to_write::{Said, Way, sorted};

pub(crate) fn build(row: &Config) -> Result<Policy, PolicyError> {
    let mut builder = Policy::builder()
        .allow_headers(row.allow_headers.clone())
        .expose_headers(row.expose_headers.clone())
        .credentials(row.credentials)
        .dangerously_allow(row.dangerously_allow.clone());
    if let Some(origins) = &row.origins {
        builder = builder.origins(origins.clone());
    }
    if let Some(methods) = &row.methods {
        builder = builder.methods(methods.clone());
    }
    if let Some(max_age) = &row.max_age {
        builder = builder.max_age(max_age.clone());
    }
    builder.build()
}

pub(crate) fn ways(rows: &[Config]) -> [(Way, Vec<Said>); 2] {
    [
        (Way::Serde, rows.iter().map(by_serde).collect()),
        (Way::Environment, rows.iter().map(by_environment).collect()),
    ]
}

/// Compares an accepted policy with the builder's.
fn let_in(row: &Config, policy: &Policy) -> Said {
    match build(row) {
        Ok(built) if built != *policy => vec![format!("another policy: {policy}")],
        _ => Said::new(),
    }
}

fn by_serde(row: &Config) -> Said {
    match serde_json::from_value::<Policy>(Value::Object(map(row))) {
        Ok(policy) => let_in(row, &policy),
        // Each line begins with the place.
        Err(error) => {
            let text = error.to_string();
            let lines = text.lines().map(|line| line.split_once(": ").map_or(line, |(_, message)| message));
            sorted(lines.map(str::to_owned).collect())
        }
    }
}

/// Returns the policy as in a file.
pub(crate) fn map(row: &Config) -> Map<String, Value> {
    let mut map = Map::new();
    let mut put = |key: &str, value: Option<Value>| value.and_then(|value| map.insert(key.to_owned(), value));
    put("origins", row.origins.as_ref().map(|list| json!(list)));
    put("methods", row.methods.as_ref().map(|list| json!(list)));
    put("allow_headers", Some(json!(row.allow_headers)));
    put("expose_headers", Some(json!(row.expose_headers)));
    put("credentials", Some(json!(row.credentials)));
    put("max_age", row.max_age.as_ref().map(age));
    put("dangerously_allow", Some(json!(row.dangerously_allow)));
    map
}

fn age(max_age: &MaxAge) -> Value {
    match max_age {
        MaxAge::Seconds(seconds) => json!(seconds),
        MaxAge::Text(text) => json!(text),
    }
}

fn by_environment(row: &Config) -> Said {
    match Config::from_vars("API_CORS", variables(row)) {
        Ok(config) => match Policy::try_from(config) {
            Ok(policy) => let_in(row, &policy),
            Err(error) => vec![format!("read and then refused: {error}")],
        },
        Err(error) => {
            let mistakes = error.mistakes().iter();
            sorted(mistakes.map(|mistake| format!("{:?} {:?}", mistake.key(), mistake.kind())).collect())
        }
    }
}

/// An empty list is an unset variable.
fn variables(row: &Config) -> Vec<(OsString, OsString)> {
    let age = row.max_age.as_ref().map(|max_age| match max_age {
        MaxAge::Seconds(seconds) => seconds.to_string(),
        MaxAge::Text(text) => text.clone(),
    });
    let list = |list: &[String]| (!list.is_empty()).then(|| list.join(","));
    let variables = [
        ("API_CORS_ORIGINS", row.origins.as_deref().and_then(list)),
        ("API_CORS_METHODS", row.methods.as_deref().and_then(list)),
        ("API_CORS_ALLOW_HEADERS", list(&row.allow_headers)),
        ("API_CORS_EXPOSE_HEADERS", list(&row.expose_headers)),
        ("API_CORS_CREDENTIALS", row.credentials.then(|| "true".to_owned())),
        ("API_CORS_MAX_AGE", age),
        ("API_CORS_DANGEROUSLY_ALLOW", list(&row.dangerously_allow)),
    ];
    variables.into_iter().filter_map(|(name, value)| Some((name.into(), value?.into()))).collect()
}

//! A policy of `policies.json` in the syntax of the attribute.

use cors_oracle::corpus::danger;
use serde_json::Value;

/// Returns the arguments of `#[cors(…)]` on one line.
pub fn keys(policy: &Value) -> String {
    let policy = policy.as_object().expect("an object");
    let mut keys: Vec<String> = policy
        .iter()
        .filter(|(key, _)| danger(key).is_none())
        .map(|(key, value)| entry(key, value))
        .collect();
    let dangers: Vec<&str> =
        policy.iter().filter(|(_, taken)| **taken == true).filter_map(|(key, _)| danger(key)).collect();
    if !dangers.is_empty() {
        keys.push(format!("dangerously_allow = {dangers:?}"));
    }
    keys.join(", ")
}

fn entry(key: &str, value: &Value) -> String {
    let key = match key {
        "headers" => "allow_headers",
        "expose" => "expose_headers",
        ours => ours,
    };
    format!("{key} = {}", literal(value))
}

fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{text:?}"),
        Value::Array(values) => format!("[{}]", values.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let fields: Vec<String> =
                fields.iter().map(|(name, value)| format!("{name} = {}", literal(value))).collect();
            format!("{{ {} }}", fields.join("; "))
        }
        other => other.to_string(),
    }
}

/// Returns the methods that a policy lists.
pub fn methods(policy: &Value) -> Vec<String> {
    let listed = policy["methods"].as_array().into_iter().flatten();
    listed.filter_map(|method| Some(method.as_str()?.to_owned())).collect()
}

/// Returns the route attribute of actix-web for `GET` and these methods, if they consist of upper-case letters.
pub fn route(methods: &[String]) -> Option<String> {
    let mut arguments = vec!["method = \"GET\"".to_owned()];
    for method in methods {
        if method.is_empty() || !method.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return None;
        }
        let argument = format!("method = {method:?}");
        if !arguments.contains(&argument) {
            arguments.push(argument);
        }
    }
    Some(format!("#[actix_web::route(\"/\", {})]", arguments.join(", ")))
}

/// Returns a route with the methods of these that are words, in upper case, so that no method is wrong for lack of a
/// route.
pub fn nearest_route<'a>(methods: impl IntoIterator<Item = &'a String>) -> String {
    let is_word =
        |method: &&String| !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_alphabetic());
    let words = methods.into_iter().filter(is_word);
    let upper: Vec<String> = words.map(|method| method.to_ascii_uppercase()).collect();
    route(&upper).expect("upper-case letters")
}

//! Policies that serde reads are maps. Without keys, a reader has to guess the place of `credentials`.

use cors_core::{Config, Policy};
use serde_json::{Value, json};

/// Returns the fields in the order of the struct. A derived implementation would accept a prefix as well.
fn positional() -> [Value; 7] {
    [json!(["https://a.example"]), json!(["GET"]), json!([]), json!([]), json!(true), json!(5), json!([])]
}

#[test]
fn a_sequence_is_no_policy() {
    for len in 0..=7 {
        let sequence = Value::from(positional()[..len].to_vec());
        for error in [
            serde_json::from_value::<Policy>(sequence.clone()).map(drop).unwrap_err(),
            serde_json::from_value::<Config>(sequence.clone()).map(drop).unwrap_err(),
            serde_json::from_str::<Policy>(&sequence.to_string()).map(drop).unwrap_err(),
            serde_json::from_value::<Vec<Policy>>(json!([sequence])).map(drop).unwrap_err(),
        ] {
            let error = error.to_string();
            assert!(error.contains("expected a map with the keys of `#[cors(…)]`"), "{sequence}: {error}");
        }
    }
}

#[test]
fn other_values_are_no_policies() {
    for value in [json!(null), json!(true), json!(1), json!("*"), json!("origins = \"*\"")] {
        let error = serde_json::from_value::<Policy>(value.clone()).unwrap_err().to_string();
        assert!(error.contains("expected a map with the keys of `#[cors(…)]`"), "{value}: {error}");
    }
}

/// Maps have keys in any order, each at most once, no unknown key, and accept a list as one string.
#[test]
fn a_map_is_read_by_its_keys() {
    let text =
        r#"{ "max_age": "10m", "credentials": true, "origins": "https://a.example", "methods": ["GET"] }"#;
    let built =
        Policy::builder().origins(["https://a.example"]).methods(["GET"]).credentials(true).max_age("10m");
    assert_eq!(serde_json::from_str::<Policy>(text).unwrap(), built.build().unwrap());
    assert_eq!(serde_json::from_str::<Config>("{}").unwrap(), Config::default());
    for (wrong, message) in [
        (r#"{ "origins": "*", "origins": "*" }"#, "duplicate field `origins`"),
        (r#"{ "origin": "*" }"#, "unknown field `origin`"),
        (r#"{ "origins": "*", "credentials": "yes" }"#, "invalid type: string \"yes\", expected a boolean"),
        (r#"{ "origins": 1 }"#, "expected a list of strings, or one string"),
    ] {
        let error = serde_json::from_str::<Config>(wrong).unwrap_err().to_string();
        assert!(error.contains(message), "{wrong}: {error}");
    }
}

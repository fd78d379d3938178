//! Every row of `policies.json` against the builder.

use cors_core::{Config, Key, MaxAge, Policy, PolicyError};
use cors_oracle::corpus::{rows, strings};
use serde_json::Value;

/// Rows whose policy the builder's types cannot express.
const NOT_EXPRESSIBLE: [&str; 3] = ["IP-0008", "IP-0009", "IP-0011"];

/// Reasons of rows that our rules do not have.
const ACCEPTED_REASONS: [&str; 1] = ["origin_redundant"];

#[test]
fn every_row_is_rejected_or_accepted() {
    let rows = rows("policies.json", "rows");
    let wrong: Vec<String> = rows.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

fn wrong(row: &Value) -> Option<String> {
    let text = |key: &str| row[key].as_str().unwrap();
    if NOT_EXPRESSIBLE.contains(&text("id")) {
        assert_eq!(text("reason"), "shape_type");
        return None;
    }
    let accept = text("verdict") == "accept" || ACCEPTED_REASONS.contains(&text("reason"));
    let problem = match (Policy::try_from(config(&row["policy"])), accept) {
        (Ok(_), true) => return None,
        (Ok(policy), false) => format!("accepted as {policy}"),
        (Err(error), true) => format!("rejected: {error}"),
        (Err(error), false) => misplaced(&error, row)?,
    };
    Some(format!("{} {}: {problem}", text("id"), row["policy"]))
}

/// Returns the difference if a mistake is not reported at its key and value.
fn misplaced(error: &PolicyError, row: &Value) -> Option<String> {
    let wanted = match row["reason"].as_str().unwrap().split('_').next().unwrap() {
        "origin" => vec![Key::Origins],
        "method" => vec![Key::Methods],
        "header" => vec![Key::AllowHeaders],
        "expose" => vec![Key::ExposeHeaders],
        "max" => vec![Key::MaxAge],
        "credentials" => vec![Key::Origins, Key::Methods, Key::AllowHeaders, Key::ExposeHeaders],
        _ => return None,
    };
    let found = error.mistakes().iter().any(|mistake| wanted.contains(&mistake.key().unwrap()));
    let strangers = error.mistakes().iter().any(|mistake| !wanted.contains(&mistake.key().unwrap()));
    (!found || strangers).then(|| format!("reported elsewhere: {error:?}"))
}

fn config(policy: &Value) -> Config {
    let mut config = Config::default();
    config.origins = policy.get("origins").map(strings);
    config.methods = policy.get("methods").map(strings);
    config.allow_headers = strings(&policy["headers"]);
    config.expose_headers = strings(&policy["expose"]);
    config.credentials = policy["credentials"].as_bool().unwrap_or_default();
    config.max_age = policy.get("max_age").map(|seconds| MaxAge::Seconds(seconds.as_i64().unwrap()));
    config.dangerously_allow = [
        ("dangerously_allow_insecure_origins", "insecure_origins"),
        ("dangerously_allow_public_suffix", "public_suffix_wildcards"),
        ("dangerously_allow_null", "null_origin"),
    ]
    .into_iter()
    .filter(|(key, _)| policy[*key] == true)
    .map(|(_, word)| word.to_owned())
    .collect();
    config
}

#[test]
fn a_named_danger_is_taken() {
    for row in rows("policies.json", "rows").iter().filter(|row| row["opt_in"].is_string()) {
        let mut config = config(&row["policy"]);
        let word = match row["opt_in"].as_str().unwrap() {
            "dangerously_allow_insecure_origins" => "insecure_origins",
            "dangerously_allow_public_suffix" => "public_suffix_wildcards",
            other => panic!("{other}"),
        };
        config.dangerously_allow = vec![word.to_owned()];
        let rest = Policy::try_from(config).err().map(|error| error.to_string()).unwrap_or_default();
        // One row has two dangers.
        let both = row["id"] == "IP-0249" && rest.contains("public_suffix_wildcards");
        assert!(rest.is_empty() || both, "{row}: {rest}");
    }
}

/// All mistakes at once: two origins, two methods, two request headers, an exposed header and the age.
#[test]
fn eight_mistakes_are_reported_together() {
    let rows = rows("policies.json", "rows");
    let row = rows.iter().find(|row| row["reason"] == "multiple").unwrap();
    let error = Policy::try_from(config(&row["policy"])).unwrap_err();
    assert_eq!(error.mistakes().len(), 8, "{error}");
}

/// Wildcards over public suffixes are rejected without credentials as well.
#[test]
fn public_suffix_wildcards_need_no_credentials_to_be_rejected() {
    for row in
        rows("policies.json", "rows").iter().filter(|row| row["reason"] == "origin_wildcard_public_suffix")
    {
        let mut config = config(&row["policy"]);
        config.credentials = false;
        assert!(Policy::try_from(config).is_err(), "{row}");
    }
}

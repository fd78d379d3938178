//! Every row of `policies.json` against the builder.

use cors_core::{Key, Policy, PolicyError};
use cors_oracle::corpus::{config, danger, is_accepted, policy_rows};
use serde_json::Value;

#[test]
fn every_row_is_rejected_or_accepted() {
    let wrong: Vec<String> = policy_rows().iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

fn wrong(row: &Value) -> Option<String> {
    let problem = match (Policy::try_from(config(row)?), is_accepted(row)) {
        (Ok(_), true) => return None,
        (Ok(policy), false) => format!("accepted as {policy}"),
        (Err(error), true) => format!("rejected: {error}"),
        (Err(error), false) => misplaced(&error, row)?,
    };
    Some(format!("{} {}: {problem}", row["id"], row["policy"]))
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

#[test]
fn a_named_danger_is_taken() {
    for row in policy_rows().iter().filter(|row| row["opt_in"].is_string()) {
        let mut config = config(row).unwrap();
        config.dangerously_allow = vec![danger(row["opt_in"].as_str().unwrap()).unwrap().to_owned()];
        let rest = Policy::try_from(config).err().map(|error| error.to_string()).unwrap_or_default();
        // One row has two dangers.
        let both = row["id"] == "IP-0249" && rest.contains("public_suffix_wildcards");
        assert!(rest.is_empty() || both, "{row}: {rest}");
    }
}

/// All mistakes at once: two origins, two methods, two request headers, an exposed header and the age.
#[test]
fn eight_mistakes_are_reported_together() {
    let rows = policy_rows();
    let row = rows.iter().find(|row| row["reason"] == "multiple").unwrap();
    let error = Policy::try_from(config(row).unwrap()).unwrap_err();
    assert_eq!(error.mistakes().len(), 8, "{error}");
}

/// Wildcards over public suffixes are rejected without credentials as well.
#[test]
fn public_suffix_wildcards_need_no_credentials_to_be_rejected() {
    for row in policy_rows().iter().filter(|row| row["reason"] == "origin_wildcard_public_suffix") {
        let mut config = config(row).unwrap();
        config.credentials = false;
        assert!(Policy::try_from(config).is_err(), "{row}");
    }
}

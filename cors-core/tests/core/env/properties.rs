//! Arbitrary policies, written to variables and read back; and arbitrary variables.

use std::ffi::OsString;

use cors_core::{Config, Fix, Key, MaxAge, Policy};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::read;

const ORIGINS: [&str; 7] = [
    "https://a.example",
    "https://*.a.example",
    "https://a.example:*",
    "http://localhost:3000",
    "http://[::1]:8080",
    "http://b.example",
    "tauri://localhost",
];
const METHODS: [&str; 4] = ["GET", "PUT", "PATCH", "PURGE"];
const HEADERS: [&str; 4] = ["x-a", "content-language", "X-B", "x_c"];

fn some_of(texts: &'static [&'static str], least: usize) -> impl Strategy<Value = Vec<String>> {
    let chosen = subsequence(texts, least..=texts.len()).prop_shuffle();
    chosen.prop_map(|texts| texts.into_iter().map(str::to_owned).collect())
}

fn max_age() -> impl Strategy<Value = MaxAge> {
    prop_oneof![
        (0_i64..=86_400).prop_map(MaxAge::Seconds),
        (0_u32..=24, select(&["s", "m", "h"][..])).prop_map(|(n, unit)| MaxAge::Text(format!("{n}{unit}"))),
    ]
}

/// Policies without mistakes.
fn configs() -> impl Strategy<Value = Config> {
    let lists =
        (some_of(&ORIGINS, 1), option::of(some_of(&METHODS, 1)), some_of(&HEADERS, 0), some_of(&HEADERS, 0));
    (lists, any::<bool>(), option::of(max_age())).prop_map(|(lists, credentials, max_age)| {
        let mut config = Config::default();
        let insecure = credentials && lists.0.iter().any(|origin| origin == "http://b.example");
        config.dangerously_allow = insecure.then(|| "insecure_origins".to_owned()).into_iter().collect();
        (config.origins, config.methods) = (Some(lists.0), lists.1);
        (config.allow_headers, config.expose_headers) = (lists.2, lists.3);
        (config.credentials, config.max_age) = (credentials, max_age);
        config
    })
}

/// Returns the variables that a user would set for `config`, with `comma` between the elements.
fn written(config: &Config, comma: &str) -> Vec<(OsString, OsString)> {
    let vars = [
        ("ORIGINS", config.origins.as_ref().map(|list| list.join(comma))),
        ("METHODS", config.methods.as_ref().map(|list| list.join(comma))),
        ("ALLOW_HEADERS", Some(config.allow_headers.join(comma)).filter(|list| !list.is_empty())),
        ("EXPOSE_HEADERS", Some(config.expose_headers.join(comma)).filter(|list| !list.is_empty())),
        ("CREDENTIALS", Some(config.credentials.to_string())),
        ("MAX_AGE", config.max_age.as_ref().map(MaxAge::to_string)),
        ("DANGEROUSLY_ALLOW", config.dangerously_allow.first().cloned()),
    ];
    let set =
        vars.into_iter().filter_map(|(name, value)| Some((format!("PARTNERS_{name}").into(), value?.into())));
    set.collect()
}

const PIECES: [&str; 24] = [
    "https://a.example",
    "https://b.example/",
    "*",
    "http://b.example",
    "null",
    ",",
    ",",
    " ",
    ";",
    "\n",
    "\"",
    "'",
    "[",
    "]",
    "\u{feff}",
    "$X",
    "%XY%",
    "GET",
    "x-a",
    "true",
    "yes",
    "600",
    "10m",
    "insecure_origins",
];

fn value() -> impl Strategy<Value = String> {
    vec(select(&PIECES[..]), 0..5).prop_map(|pieces| pieces.concat())
}

/// Splits a variable as documented: only commas and spaces have a meaning.
fn naive(value: &str) -> Vec<String> {
    value.split(',').map(|element| element.trim().to_owned()).collect()
}

proptest! {
    #![proptest_config(crate::cases(2048))]

    #[test]
    fn a_written_policy_is_read_back(config in configs(), comma in "[ \t]{0,2},[ \t\n]{0,2}") {
        let vars = written(&config, &comma);
        let reversed = vars.iter().rev().cloned().collect::<Vec<_>>();
        prop_assert_eq!(Config::from_vars("PARTNERS", vars), Ok(config.clone()));
        prop_assert_eq!(Config::from_vars("PARTNERS", reversed), Ok(config));
    }

    /// Accepted variables give a policy with their values; every mistake names its variable.
    #[test]
    fn nothing_is_read_into_a_value(origins in value(), allow in option::of(value()), credentials in option::of(value())) {
        let mut vars = vec![("API_CORS_ORIGINS", origins.as_str())];
        vars.extend(allow.as_deref().map(|allow| ("API_CORS_ALLOW_HEADERS", allow)));
        vars.extend(credentials.as_deref().map(|credentials| ("API_CORS_CREDENTIALS", credentials)));
        match read(&vars) {
            Ok(config) => {
                prop_assert_eq!(config.origins.as_ref(), Some(&naive(&origins)));
                prop_assert_eq!(&config.allow_headers, &allow.as_deref().map(naive).unwrap_or_default());
                prop_assert_eq!(config.credentials, credentials.is_some_and(|text| text.trim() == "true"));
                prop_assert!(Policy::try_from(config).is_ok());
            }
            Err(error) => {
                for mistake in error.mistakes() {
                    prop_assert!(vars.iter().any(|(name, _)| Some(*name) == mistake.variable()), "{}", error);
                }
            }
        }
    }

    /// Following the message on a whole variable leaves no mistake in that variable.
    #[test]
    fn the_fix_of_a_variable_mends_it(origins in value(), credentials in option::of(value())) {
        let vars = |origins: &str| {
            let mut vars = vec![("API_CORS_ORIGINS", origins.to_owned())];
            vars.extend(credentials.clone().map(|credentials| ("API_CORS_CREDENTIALS", credentials)));
            vars
        };
        let read = |vars: Vec<(&str, String)>| {
            read(&vars.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
        };
        let Err(error) = read(vars(&origins)) else { return Ok(()) };
        for mistake in error.mistakes() {
            if let (Some(Key::Origins), None, Some(Fix::Write(right))) = (mistake.key(), mistake.index(), mistake.fix()) {
                let left = read(vars(right)).err();
                let left = left.iter().flat_map(|error| error.mistakes()).filter(|left| left.key() == Some(Key::Origins));
                prop_assert_eq!(left.count(), 0, "{:?}: {}", origins, mistake);
            }
        }
    }
}

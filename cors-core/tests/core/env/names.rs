//! Names of variables and prefixes.

use std::ffi::OsString;

use cors_core::__macros::MistakeKind;

use cors_core::{Config, Key, Policy};

use super::{error, read};

const ORIGINS: (&str, &str) = ("API_CORS_ORIGINS", "https://a.example");

#[test]
fn every_variable_is_read() {
    let config = read(&[
        ("API_CORS_ORIGINS", "http://a.example, https://b.example"),
        ("API_CORS_METHODS", "GET ,PUT"),
        ("API_CORS_ALLOW_HEADERS", "content-type,\tx-token\n"),
        ("API_CORS_EXPOSE_HEADERS", " etag "),
        ("API_CORS_CREDENTIALS", "true"),
        ("API_CORS_MAX_AGE", "10m"),
        ("API_CORS_DANGEROUSLY_ALLOW", "insecure_origins"),
        ("PATH", "/bin"),
        ("API_CORS", "something else"),
        ("API_CORSICA", "an island"),
    ]);
    assert_eq!(
        Policy::try_from(config.unwrap()).unwrap().to_string(),
        r#"origins = ["http://a.example", "https://b.example"], methods = ["GET", "PUT"], "#.to_owned()
            + r#"allow_headers = ["content-type", "x-token"], expose_headers = ["etag"], "#
            + r#"credentials = true, max_age = 600, dangerously_allow = ["insecure_origins"]"#,
    );
    let seconds = read(&[ORIGINS, ("API_CORS_MAX_AGE", "600"), ("API_CORS_CREDENTIALS", "false")]).unwrap();
    assert_eq!(
        Policy::try_from(seconds).unwrap().to_string(),
        r#"origins = ["https://a.example"], max_age = 600"#
    );
}

#[test]
fn what_is_not_set_has_its_default() {
    let mut config = Config::default();
    config.origins = Some(vec!["https://a.example".to_owned()]);
    assert_eq!(read(&[ORIGINS]).unwrap(), config);
    assert_eq!(
        error(&[]),
        "API_CORS_ORIGINS: `API_CORS_ORIGINS` is missing, and no origin is allowed by default; \
         add `API_CORS_ORIGINS=https://app.example.com` with the origins of your pages, \
         or `API_CORS_ORIGINS=*` for a public API",
    );
}

#[test]
fn slips_in_names_are_mistakes() {
    const NAMES: &str = "the names end in `_ORIGINS`, `_METHODS`, `_ALLOW_HEADERS`, `_EXPOSE_HEADERS`, \
                         `_CREDENTIALS`, `_MAX_AGE` and `_DANGEROUSLY_ALLOW`";
    for (name, help) in [
        ("API_CORS_METHOD", "write `API_CORS_METHODS`"),
        ("API_CORS_METHDOS", "write `API_CORS_METHODS`"),
        ("API_CORS__CREDENTIALS", "write `API_CORS_CREDENTIALS`"),
        ("API_CORS_max_age", "write `API_CORS_MAX_AGE`"),
        ("api_cors_max_age", "write `API_CORS_MAX_AGE`"),
        ("API_CORS_ORIGIN", "remove it"),
        ("API_CORS_ENFORCE", NAMES),
        ("API_CORS_", NAMES),
        ("API_CORS_BÜCHER", NAMES),
    ] {
        let value = if name.ends_with('S') { "true" } else { "600" };
        let value = if help.ends_with("_METHODS`") { "GET" } else { value };
        assert_eq!(
            error(&[ORIGINS, (name, value)]),
            format!(
                "{name}: no policy reads `{name}`, though it has the prefix of the variables of a policy; {help}"
            ),
        );
    }
}

/// One launch reports everything: the value behind a misspelt name is read as well.
#[test]
fn a_misspelt_variable_is_read_as_what_is_meant() {
    assert_eq!(
        error(&[("API_CORS_ORIGIN", "https://a.example/")]),
        "API_CORS_ORIGIN: no policy reads `API_CORS_ORIGIN`, though it has the prefix of the variables of a policy; \
         write `API_CORS_ORIGINS`\n\
         API_CORS_ORIGIN: origin `https://a.example/` ends with `/`, and browsers send origins without a path; \
         write `https://a.example`",
    );
}

#[test]
fn a_variable_that_is_set_twice_is_a_mistake() {
    assert_eq!(
        error(&[ORIGINS, ("API_CORS_ORIGINS", "https://b.example")]),
        "API_CORS_ORIGINS: the variable is set twice; set it once",
    );
}

#[test]
fn prefixes_are_words() {
    for (prefix, help) in [
        ("API_CORS_", "write `API_CORS`"),
        ("A__", "write `A`"),
        ("", "write one such as `API_CORS`"),
        ("_", "write one such as `API_CORS`"),
        ("API-CORS", "write one such as `API_CORS`"),
        ("API CORS_", "write one such as `API_CORS`"),
    ] {
        let vars = [(format!("{prefix}_ORIGINS"), "*")].map(|(k, v)| (OsString::from(k), OsString::from(v)));
        assert_eq!(
            Config::from_vars(prefix, vars).unwrap_err().to_string(),
            format!(
                "prefix: prefix `{prefix}` is not letters, digits and `_`, without a `_` at its end; {help}"
            ),
        );
    }
}

#[test]
fn mistakes_know_their_variable() {
    let error = read(&[("API_CORS_ORIGINS", "*,"), ("API_CORS_ZEBRA", "secret")]).unwrap_err();
    let found: Vec<_> =
        error.mistakes().iter().map(|m| (m.variable(), m.key(), m.index(), m.kind())).collect();
    assert_eq!(
        found,
        [
            (Some("API_CORS_ZEBRA"), None, None, MistakeKind::VariableUnknown),
            (Some("API_CORS_ORIGINS"), Some(Key::Origins), Some(1), MistakeKind::VariableComma),
        ],
    );
    assert!(!error.to_string().contains("secret"), "{error}");
    let elsewhere = Policy::builder().build().unwrap_err();
    assert_eq!(elsewhere.mistakes().first().unwrap().variable(), None);
}

/// The process has no such variables. Other cases would need to change its environment.
#[test]
fn the_environment_of_the_process_is_read() {
    let error = Policy::from_env("NOBODY_SETS_THIS").unwrap_err();
    assert!(error.to_string().starts_with("NOBODY_SETS_THIS_ORIGINS: "), "{error}");
    assert_eq!(Config::from_env("NOBODY_SETS_THIS"), Err(error));
}

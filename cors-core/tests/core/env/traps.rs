//! Changes to values on their way from a file to the process.

use std::ffi::OsString;

use cors_core::Config;

use super::{error, table};

/// Returns the error if `API_CORS_{name}` is set to `value` beside correct origins.
fn wrong(name: &str, value: &str) -> String {
    let origins = ("API_CORS_ORIGINS", "https://a.example");
    match name {
        "ORIGINS" => error(&[("API_CORS_ORIGINS", value)]),
        _ => error(&[origins, (&format!("API_CORS_{name}"), value)]),
    }
}

#[test]
fn every_trap_is_named() {
    for (name, value, lines) in table::ALL.iter().copied().flatten() {
        let expected: Vec<String> = lines.iter().map(|line| format!("API_CORS_{name}{line}")).collect();
        assert_eq!(wrong(name, value), expected.join("\n"), "{name}={value:?}");
    }
}

/// The rules of the policy are reported as well, in the words of the environment.
#[test]
fn everything_is_reported_at_once() {
    let lines = error(&[
        ("API_CORS_MAX_AGE", "2d"),
        ("API_CORS_CREDENTIALS", "on"),
        ("API_CORS_ALLOW_HEADERS", "*,cookie"),
        ("API_CORS_ORIGINS", "http://a.example,https://*.com"),
        ("API_CORS_DANGEROUSLY_ALLOW", "null_origin"),
    ]);
    assert_eq!(
        lines.lines().collect::<Vec<_>>(),
        [
            "API_CORS_ORIGINS, element 1: anyone on the network between `http://a.example` and its visitors can change its pages, and with `API_CORS_CREDENTIALS=true` act as these visitors; use `https`, or add `API_CORS_DANGEROUSLY_ALLOW=insecure_origins`",
            "API_CORS_ORIGINS, element 2: anyone can register a name under `com`, so `https://*.com` allows every such site; list the exact origins, serve previews from a domain of your own, let a `predicate(…)` decide, or add `API_CORS_DANGEROUSLY_ALLOW=public_suffix_wildcards`",
            "API_CORS_ALLOW_HEADERS, element 1: with `API_CORS_CREDENTIALS=true` browsers treat `*` as a header named `*`; remove it",
            "API_CORS_ALLOW_HEADERS, element 2: scripts cannot set `cookie`, so no browser asks for it; remove it",
            "API_CORS_CREDENTIALS: credentials `on` is neither `true` nor `false`; write `true`",
            "API_CORS_MAX_AGE: max_age `2d` is longer than a day, and no browser caches a preflight response longer; write `1d`",
            "API_CORS_DANGEROUSLY_ALLOW: nothing here needs `null_origin`; remove it",
        ],
    );
}

/// Rules that depend on an unreadable value report nothing.
#[test]
fn nothing_is_said_of_what_is_not_known() {
    let unread = error(&[("API_CORS_ORIGINS", "$ORIGINS"), ("API_CORS_DANGEROUSLY_ALLOW", "null_origin")]);
    assert_eq!(unread, wrong("ORIGINS", "$ORIGINS"));
    // Unlike a constant, an unreadable value may be a pattern.
    let origins = "$ORIGINS,https://a.example";
    let dangers = ("API_CORS_DANGEROUSLY_ALLOW", "public_suffix_wildcards");
    assert_eq!(error(&[("API_CORS_ORIGINS", origins), dangers]), wrong("ORIGINS", origins));
    let maybe = ("API_CORS_CREDENTIALS", "maybe");
    let dangers = ("API_CORS_DANGEROUSLY_ALLOW", "insecure_origins");
    for vars in
        [&[maybe, ("API_CORS_ORIGINS", "*")][..], &[maybe, ("API_CORS_ORIGINS", "http://a.example"), dangers]]
    {
        assert_eq!(
            error(vars),
            "API_CORS_CREDENTIALS: credentials `maybe` is neither `true` nor `false`; write one of them",
        );
    }
    assert_eq!(
        error(&[maybe, ("API_CORS_ORIGINS", "http://a.example/")]).lines().count(),
        2,
        "a path is wrong either way",
    );
}

#[cfg(unix)]
#[test]
fn bytes_that_are_no_text_are_mistakes() {
    use std::os::unix::ffi::OsStringExt;

    let broken = |text: &[u8]| OsString::from_vec(text.to_vec());
    let vars = [
        (OsString::from("API_CORS_ORIGINS"), broken(b"https://b\xfccher.example")),
        (OsString::from("API_CORS_METHODS"), broken(b"\xff")),
        (broken(b"API_CORS_METHODS\xff"), OsString::from("GET")),
        (broken(b"\xff"), broken(b"\xff")),
    ];
    assert_eq!(
        Config::from_vars("API_CORS", vars).unwrap_err().to_string(),
        "API_CORS_METHODS\u{fffd}: no policy reads `API_CORS_METHODS\u{fffd}`, though it has the prefix of the variables of a policy; remove it\n\
         API_CORS_ORIGINS: the value `https://b\u{fffd}cher.example` is not UTF-8; write it in ASCII\n\
         API_CORS_METHODS: the value `\u{fffd}` is not UTF-8; write it in ASCII",
    );
}

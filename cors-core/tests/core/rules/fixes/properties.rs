//! Fixes of arbitrary mistakes.

use cors_core::__macros::{CheckContext, MistakeKind, MoreOrigins, RouteContext};
use cors_core::{Config, Fix, MaxAge};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::apply::Written;

const ORIGINS: [&str; 12] = [
    "https://app.example.com",
    "https://app.example.com:8443",
    "https://*.example.com",
    "https://*.example.com:*",
    "http://localhost:3000",
    "http://localhost:*",
    "http://127.0.0.1:8080",
    "http://[::1]:8080",
    "http://app.example.com.",
    "https://xn--bcher-kva.example",
    "tauri://localhost",
    "null",
];

/// Names and near names, for every list.
const WORDS: [&str; 30] = [
    "*",
    "**",
    "x-*",
    "GET",
    "PUT",
    "PATCH",
    "get",
    "Put",
    "OPTIONS",
    "HEAD",
    "TRACE",
    "connect",
    "PURGE",
    "G T",
    "content-type",
    "Content-Type:",
    "authorization",
    "x-token",
    "X-Token",
    "cookie",
    "set-cookie",
    "origin",
    "etag",
    "access-control-max-age",
    "access-control-request-method",
    "",
    "insecure_origins",
    "public_suffix_wildcards",
    "null_origin",
    "null_origins",
];

/// Damages an origin, as copying from a browser's address bar can.
fn mangled(origin: &str, mangling: usize) -> String {
    match mangling {
        0 => format!("{origin}/"),
        1 => format!("{origin}/login?next=/#top"),
        2 => format!(" {origin}\n"),
        3 => format!("'{origin}'"),
        4 => origin.to_uppercase(),
        5 => origin.replace("://", "://admin:secret@"),
        6 => origin.replace("[::1]", "[0:0:0:0:0:0:0:1]").replace("127.0.0.1", "127.1"),
        7 => origin.replace("xn--bcher-kva", "bücher"),
        8 => origin.replace(":8", ":008"),
        9 => origin.replace("https:", "HTTPS:").replace(".com", ".COM"),
        _ => origin.to_owned(),
    }
}

fn origins() -> impl Strategy<Value = Vec<String>> {
    let mangled =
        (select(&ORIGINS[..]), 0_usize..24).prop_map(|(origin, mangling)| mangled(origin, mangling));
    let odd = select(
        &["*", "https://*.com", "http://*.com/", "https://*-a.example", "https://a.example:0", ""][..],
    );
    vec(prop_oneof![6 => mangled, 1 => odd.prop_map(str::to_owned)], 0..4)
}

fn words() -> impl Strategy<Value = Vec<String>> {
    vec(select(&WORDS[..]).prop_map(str::to_owned), 0..4)
}

fn max_age() -> impl Strategy<Value = MaxAge> {
    prop_oneof![
        (-2_i64..200_000).prop_map(MaxAge::Seconds),
        "-?[0-9]{0,6} ?(s|m|min|hours|d|w)?".prop_map(MaxAge::Text),
    ]
}

fn configs() -> impl Strategy<Value = Config> {
    let lists = (proptest::option::weighted(0.9, origins()), proptest::option::of(words()), words(), words());
    let rest = (any::<bool>(), proptest::option::of(max_age()), words());
    (lists, rest).prop_map(|((origins, methods, allow, expose), (credentials, max_age, dangers))| {
        let mut config = Config::default();
        config.origins = origins;
        config.methods = methods;
        config.allow_headers = allow;
        config.expose_headers = expose;
        config.credentials = credentials;
        config.max_age = max_age;
        config.dangerously_allow = dangers;
        config
    })
}

const ROUTE: RouteContext<'_> =
    RouteContext { methods: Some(&["GET", "HEAD", "PUT"]), head_follows_get: true, body: Some("JSON") };
const ROUTES: [Option<RouteContext<'_>>; 3] =
    [None, Some(ROUTE), Some(RouteContext { methods: None, ..ROUTE })];

/// Valid words for `enforce`, near ones, and one unknown word.
const ENFORCED: [&str; 5] = ["unsafe_methods", "all_methods", "all-methods", "unsafe_method", "writes"];

fn written() -> impl Strategy<Value = Written> {
    let more = select(vec![MoreOrigins::None, MoreOrigins::Exact, MoreOrigins::Unread]);
    let beside = (select(&ROUTES[..]), proptest::option::of(select(&ENFORCED[..])), any::<bool>(), more);
    (configs(), beside).prop_map(|(config, (route, enforce, is_partial, more_origins))| {
        let scope = CheckContext { route, enforce, is_partial, more_origins, ..CheckContext::default() };
        Written { config, scope }
    })
}

proptest! {
    #![proptest_config(crate::cases(4096))]

    /// Each fix alone: its mistake is gone, and no other one appears.
    #[test]
    fn a_fix_mends_its_mistake(written in written()) {
        for mistake in written.mistakes() {
            prop_assert_eq!(written.wrong_fix(&mistake), None);
        }
    }

    /// One fix after another: the sequence ends, and no mistake with a fix remains.
    #[test]
    fn fixes_come_to_an_end(mut written in written()) {
        let mut left = written.mistakes();
        while let Some((mistake, fix)) = left.iter().find_map(|mistake| Some((mistake, mistake.fix()?))) {
            written = written.apply(mistake, fix);
            let now = written.mistakes();
            prop_assert!(now.len() < left.len(), "{:?}", written);
            left = now;
        }
    }

    /// The fix of a damaged origin keeps its scheme, host and port.
    #[test]
    fn a_mangled_origin_is_found_again(origin in select(&ORIGINS[..ORIGINS.len() - 1]), mangling in 0_usize..10) {
        let mut written = Written::default();
        written.config.origins = Some(vec![mangled(origin, mangling)]);
        for mistake in written.mistakes() {
            // Messages describe a space inside quotes, and similar characters, in words.
            if mistake.kind() != MistakeKind::OriginRegex {
                prop_assert_eq!(mistake.fix(), Some(&Fix::Write(origin.to_owned())), "{}", mistake);
            }
        }
    }
}

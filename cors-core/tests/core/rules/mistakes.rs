//! What is said of policies where it depends on what stands beside them: the list, credentials, and the scope.

use cors_core::__private::{CheckContext, RouteContext};
use cors_core::{Config, Fix, MaxAge};

/// What stands beside a policy, a change of an otherwise right one, and how each message on it begins; none if it is
/// right.
type Row = (CheckContext<'static>, fn(&mut Config), &'static [&'static str]);

const ALONE: CheckContext<'_> = CheckContext {
    route: None,
    enforce: None,
    is_partial: false,
    has_more_origins: false,
    is_same_origin: false,
};
const PARTIAL: CheckContext<'_> = CheckContext { is_partial: true, ..ALONE };
const MORE_ORIGINS: CheckContext<'_> = CheckContext { has_more_origins: true, ..ALONE };
const ROUTE: CheckContext<'_> = on(&["GET", "PURGE"], false);
const READ: CheckContext<'_> = on(&["GET", "HEAD"], false);
const ROCKET: CheckContext<'_> = on(&["GET", "HEAD"], true);
const HEAD: CheckContext<'_> = on(&["HEAD"], true);
/// Only the router knows the methods.
const ROUTER: CheckContext<'_> = CheckContext {
    route: Some(RouteContext { methods: None, head_follows_get: true, body: Some("JSON") }),
    ..ALONE
};

const TAKES_STAR: &str =
    "with `credentials = true` browsers treat `*` as a header named `*`; list the headers";
const NO_NULL: &str = "nothing here needs `null_origin`; remove it";
const NO_WILDCARD: &str = "nothing here needs `public_suffix_wildcards`; remove it";
const NOTHING_INSECURE: &str = "nothing here needs `insecure_origins`; remove it";
const ORIGINS: &[Row] = &[
    (ALONE, |c| c.origins = None, &["`origins` is missing"]),
    (PARTIAL, |c| c.origins = None, &[]),
    (MORE_ORIGINS, |c| c.origins = None, &[]),
    (
        ALONE,
        |c| origins(c, &["https://*.com."]),
        &["anyone can register a name under `com`, so `https://*.com.` allows every such site"],
    ),
    (
        ALONE,
        |c| origins(c, &["https://app-*.example.com", "https://*--a.netlify.app"]),
        &[
            "in `https://app-*.example.com` the `*` is a part of a name, and a wildcard replaces whole names; list the \
             exact origins, or let a `predicate(…)` decide",
            "in `https://*--a.netlify.app` the `*` is a part of a name, and anyone can register such a name under \
             `netlify.app`; list the exact origins, serve",
        ],
    ),
    (
        ALONE,
        |c| origins(c, &["http://*.intranet", "http://*.corp."]),
        &[
            "the Public Suffix List does not say who can register names under `intranet`, so `http://*.intranet` may allow sites of others",
            "the Public Suffix List does not say who can register names under `corp`, so `http://*.corp.` may allow sites of others",
        ],
    ),
    (
        ALONE,
        |c| origins(c, &["moz-extension://*"]),
        &[
            "in `moz-extension://*` the `*` is not a valid wildcard, and no pattern matches all origins of a scheme; list the \
           exact origins, or let a `predicate(…)` look at `scheme()`",
        ],
    ),
    (
        ALONE,
        |c| origins(c, &["file://"]),
        &[
            "browsers send `null` for pages from files, and some embedders send `file://`, for every file alike; serve the \
           page over `https` and write its origin, or let a `predicate(…)` look at `scheme()`",
        ],
    ),
    // What is wrong with the origin that is meant is said at once, unless that can't be read either.
    (
        ALONE,
        |c| {
            origins(c, &["http://a.example/"]);
            c.credentials = true;
        },
        &[
            "origin `http://a.example/` ends with `/`",
            "anyone between `http://a.example/` and its visitors can change that page",
        ],
    ),
    (ALONE, |c| origins(c, &["https://a..example/"]), &["origin `https://a..example/` ends with `/`"]),
];

const METHODS: &[Row] = &[
    (ALONE, |c| methods(c, &[""]), &["the method is empty"]),
    (ALONE, |c| methods(c, &["GET, PUT"]), &["`GET, PUT` is not a single method"]),
    (
        ALONE,
        |c| methods(c, &["TRACE", "CONNECT"]),
        &[
            "browsers do not let scripts send `TRACE`; list",
            "browsers do not let scripts send `CONNECT`; list",
        ],
    ),
    (READ, |c| methods(c, &["HEAD"]), &[]),
    (ROCKET, |c| methods(c, &["HEAD"]), &["on Rocket `HEAD` is answered by the `GET` route"]),
    (ROCKET, |c| methods(c, &["GET", "HEAD"]), &[]),
    (HEAD, |c| methods(c, &["HEAD"]), &[]),
    (
        ROUTE,
        |c| methods(c, &["purge"]),
        &["method names are case-sensitive, and `purge` is not `PURGE`; write `PURGE`"],
    ),
    (ALONE, |c| methods(c, &["patch"]), &["method `patch` is not `PATCH`"]),
    (
        ROUTE,
        |c| methods(c, &["*"]),
        &["`*` has no effect on a route, and this one serves `GET`, `PURGE`; list methods"],
    ),
    (
        ROUTE,
        |c| methods(c, &["DELETE"]),
        &["method `DELETE` is not served by this route, which serves `GET`, `PURGE`; list"],
    ),
    (
        ROUTE,
        |c| methods(c, &["DELETE", "GET"]),
        &["method `DELETE` is not served by this route, which serves `GET`, `PURGE`; remove it"],
    ),
    (ROUTER, |c| methods_of_json(c, &["PURGE", "OPTIONS"]), &[]),
    (ROUTER, |c| methods_of_json(c, &["HEAD"]), &[]),
    (ROUTER, |c| methods_of_json(c, &[]), &["`methods` is empty"]),
    (
        ROUTER,
        |c| methods_of_json(c, &["*"]),
        &["`*` has no effect on a route; list methods, or leave out `methods` to allow all"],
    ),
    (
        ROUTER,
        |c| methods_of_json(c, &["patch", "TRACE", "PURGE", "PURGE"]),
        &[
            "method names are case-sensitive, and `patch` is not `PATCH`; write `PATCH`",
            "browsers do not let scripts send `TRACE`; remove it",
            "method `PURGE` is listed twice; remove it",
        ],
    ),
    (ROUTER, |c| methods(c, &["PUT"]), &["this route takes JSON"]),
];

const HEADERS: &[Row] = &[
    (
        ALONE,
        |c| {
            c.allow_headers = owned(&["*"]);
            c.credentials = true;
        },
        &[TAKES_STAR],
    ),
    (
        ALONE,
        |c| {
            c.expose_headers = owned(&["*"]);
            c.credentials = true;
        },
        &[TAKES_STAR],
    ),
    (ALONE, |c| c.allow_headers = owned(&["x-a", "x-a"]), &["`x-a` is listed twice; remove it"]),
    (
        ALONE,
        |c| c.allow_headers = owned(&["x-a", "X-A"]),
        &["`X-A` is listed twice, since header names ignore case; remove it"],
    ),
    (
        ALONE,
        |c| c.expose_headers = owned(&["x-a, x-b"]),
        &["`x-a, x-b` is not a single header name; write each name as a separate element"],
    ),
];

const OTHERS: &[Row] = &[
    (
        ALONE,
        |c| c.max_age = Some(MaxAge::from("2d")),
        &["max_age `2d` is longer than a day, and no browser caches a preflight response longer; write `1d`"],
    ),
    (ALONE, |c| c.dangerously_allow = owned(&["null_origin"]), &[NO_NULL]),
    (PARTIAL, |c| c.dangerously_allow = owned(&["null_origin"]), &[]),
    (MORE_ORIGINS, |c| c.dangerously_allow = owned(&["null_origin"]), &[]),
    // No origin whose value is not known here is a pattern.
    (MORE_ORIGINS, |c| c.dangerously_allow = owned(&["public_suffix_wildcards"]), &[NO_WILDCARD]),
    (
        MORE_ORIGINS,
        |c| {
            origins(c, &["https://*.github.io"]);
            c.dangerously_allow = owned(&["public_suffix_wildcards"]);
        },
        &[],
    ),
    // Where code decides there is no list at all.
    (
        MORE_ORIGINS,
        |c| {
            c.origins = None;
            c.dangerously_allow = owned(&["public_suffix_wildcards"]);
        },
        &[],
    ),
    (
        ALONE,
        |c| {
            c.credentials = true;
            c.dangerously_allow = owned(&["insecure_origins"]);
        },
        &[NOTHING_INSECURE],
    ),
    (
        ALONE,
        |c| {
            origins(c, &["http://a.example"]);
            c.dangerously_allow = owned(&["insecure_origins"]);
        },
        &[NOTHING_INSECURE],
    ),
];

const fn on(methods: &'static [&'static str], head_follows_get: bool) -> CheckContext<'static> {
    CheckContext {
        route: Some(RouteContext { methods: Some(methods), head_follows_get, body: None }),
        ..ALONE
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn origins(config: &mut Config, origins: &[&str]) {
    config.origins = Some(owned(origins));
}

fn methods(config: &mut Config, methods: &[&str]) {
    config.methods = Some(owned(methods));
}

fn methods_of_json(config: &mut Config, listed: &[&str]) {
    methods(config, listed);
    config.allow_headers = owned(&["content-type"]);
}

#[test]
fn a_mistake_is_said_where_it_is_one() {
    for (scope, change, said) in [ORIGINS, METHODS, HEADERS, OTHERS].concat() {
        let mut config = Config::default();
        origins(&mut config, &["https://app.example.com"]);
        change(&mut config);
        let mistakes = config.check(&scope).err();
        let mistakes = mistakes.iter().flat_map(|error| error.mistakes());
        let actual: Vec<String> = mistakes.map(ToString::to_string).collect();
        let is_said = actual.iter().zip(said).all(|(actual, said)| actual.starts_with(said));
        assert!(is_said && actual.len() == said.len(), "{config:?} {scope:?}: {actual:#?}");
    }
}

/// Each fix is judged in the whole list, so there is none in one that nobody writes this long.
#[test]
fn names_in_a_list_of_hundreds_are_not_repaired() {
    for (len, fix) in [(256, Some(Fix::Write("x-a".to_owned()))), (257, None)] {
        let mut config = Config::default();
        origins(&mut config, &["https://app.example.com"]);
        config.expose_headers = (1..len).map(|number| format!("x-{number}")).collect();
        config.expose_headers.push("x-a:".to_owned());
        let error = config.check(&ALONE).unwrap_err();
        assert_eq!(error.mistakes().iter().map(|mistake| mistake.fix()).collect::<Vec<_>>(), [fix.as_ref()]);
    }
}

//! One policy or more for each kind of mistake that has a fix, and the fix.

use cors_core::__private::MistakeKind::{self, *};
use cors_core::__private::{CheckContext, RouteContext};
use cors_core::{Config, Fix, MaxAge};
use cors_oracle::kinds::ONLY_IN_VARIABLES;

use super::apply::Written;

/// A change of an otherwise right policy, the kind of mistake that this is, and the fix.
type Row = (fn(&mut Config), MistakeKind, Fix);

const GET: RouteContext<'_> =
    RouteContext { methods: Some(&["GET", "PUT"]), head_follows_get: false, body: None };
const JSON: RouteContext<'_> = RouteContext { body: Some("JSON"), ..GET };
const ROCKET: RouteContext<'_> =
    RouteContext { methods: Some(&["GET", "HEAD"]), head_follows_get: true, body: None };

/// Kinds whose message says in words what to do.
const IN_WORDS: &[MistakeKind] = &[
    OriginsMissing,
    OriginsEmpty,
    OriginEmpty,
    OriginList,
    OriginRegex,
    OriginNull,
    SchemeSyntax,
    SchemeTooLong,
    SchemeFile,
    SchemeOpaque,
    SchemeNeverSent,
    HostEmpty,
    HostCharacter,
    HostLabelEmpty,
    HostLabelTooLong,
    HostLabelHyphen,
    HostTooLong,
    HostPunycode,
    HostIpv6,
    HostIpv6Zone,
    PortSyntax,
    PortTooLarge,
    WildcardPosition,
    WildcardPartialLabel,
    WildcardPartialPublicSuffix,
    WildcardOtherScheme,
    WildcardUnlistedSuffix,
    OriginPlaceholder,
    WildcardIp,
    WildcardPublicSuffix,
    CredentialsNull,
    CredentialsInsecureOrigin,
    MethodsEmpty,
    MethodPartialWildcard,
    MethodAnyOnRoute,
    CredentialsAnyMethod,
    MaxAgeNegative,
    MethodEmpty,
    MethodList,
    HeaderList,
    PortZero,
    ConstantWildcard,
    PolicyAtRunTime,
    PredicateOfOther,
    MethodsNoneLeft,
    MethodsUnsendable,
    PolicyWithoutContentType,
    EnforceAnyOrigin,
    EnforceSafeMethods,
];

fn write(text: &str) -> Fix {
    Fix::Write(text.to_owned())
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

#[allow(clippy::too_many_lines, reason = "a table")]
fn origin_rows() -> Vec<Row> {
    vec![
        (|c| origins(c, &["https://a.example", "https://a.example"]), OriginDuplicate, Fix::Remove),
        (|c| origins(c, &["https://a.example", "https://a.example/"]), OriginRepeated, Fix::Remove),
        (|c| origins(c, &["*", "https://a.example"]), OriginAnyMixed, Fix::Remove),
        (|c| origins(c, &["https://a.example "]), OriginWhitespace, write("https://a.example")),
        (|c| origins(c, &["https://a.example\n"]), OriginControl, write("https://a.example")),
        (|c| origins(c, &["'https://a.example'"]), OriginQuotes, write("https://a.example")),
        (|c| origins(c, &["localhost:3000"]), OriginNoScheme, write("http://localhost:3000")),
        (|c| origins(c, &["*.a.example:8443"]), OriginNoScheme, write("https://*.a.example:8443")),
        (|c| origins(c, &["https:/a.example:8443"]), OriginSlashes, write("https://a.example:8443")),
        (|c| origins(c, &["https://*.a.example:*/"]), OriginTrailingSlash, write("https://*.a.example:*")),
        (|c| origins(c, &["http://a.example:8080/x"]), OriginPath, write("http://a.example:8080")),
        (|c| origins(c, &["https://a.example?x"]), OriginQuery, write("https://a.example")),
        (|c| origins(c, &["https://a.example#x"]), OriginFragment, write("https://a.example")),
        (|c| origins(c, &["https://u:p@a.example:8443"]), OriginUserinfo, write("https://a.example:8443")),
        (|c| origins(c, &["HTTPS://A.example"]), SchemeUppercase, write("https://a.example")),
        (|c| origins(c, &["tauri://Localhost"]), HostUppercase, write("tauri://localhost")),
        (|c| origins(c, &["chrome-extension://ABC"]), HostUppercase, write("chrome-extension://abc")),
        (|c| origins(c, &["app://Localhost.B/"]), OriginTrailingSlash, write("app://Localhost.B")),
        (|c| origins(c, &["APP://Foo%2F/x"]), SchemeUppercase, write("app://Foo%2F")),
        (|c| origins(c, &["app://*.Foo.b"]), HostUppercase, write("app://*.foo.b")),
        (
            |c| origins(c, &["https://*.bücher.example"]),
            HostUnicode,
            write("https://*.xn--bcher-kva.example"),
        ),
        (|c| origins(c, &["http://127.1:3000"]), HostIpv4, write("http://127.0.0.1:3000")),
        (|c| origins(c, &["http://[0:0::1]:3000"]), HostIpv6Form, write("http://[::1]:3000")),
        (|c| origins(c, &["http://::1"]), HostIpv6Brackets, write("http://[::1]")),
        (|c| origins(c, &["http://[::ffff:7f00:1]"]), HostIpv6Mapped, write("http://127.0.0.1")),
        (|c| origins(c, &["https://a.example:"]), PortEmpty, write("https://a.example")),
        (|c| origins(c, &["https://a.example:08443"]), PortLeadingZero, write("https://a.example:8443")),
        (|c| origins(c, &["http://*.a.example:80"]), PortDefault, write("http://*.a.example")),
        (
            |c| {
                origins(c, &["*", "https://a.example"]);
                c.credentials = true;
            },
            CredentialsAnyOrigin,
            Fix::Remove,
        ),
    ]
}

fn list_rows() -> Vec<Row> {
    vec![
        (|c| methods(c, &["GET "]), MethodSyntax, write("GET")),
        (|c| methods(c, &["GET", "TRACE"]), MethodForbidden, Fix::Remove),
        (|c| methods(c, &["patch"]), MethodCase, write("PATCH")),
        (|c| methods(c, &["PUT", "PUT"]), MethodDuplicate, Fix::Remove),
        (|c| methods(c, &["*", "PUT"]), MethodAnyMixed, Fix::Remove),
        (|c| c.allow_headers = owned(&["x-a", "x-b:"]), HeaderSyntax, write("x-b")),
        (|c| c.allow_headers = owned(&["x-a", "X-A"]), HeaderDuplicate, Fix::Remove),
        (|c| c.allow_headers = owned(&["x-a", "x-*"]), HeaderPartialWildcard, Fix::Remove),
        (|c| c.allow_headers = owned(&["x-a", ""]), HeaderEmpty, Fix::Remove),
        (|c| c.allow_headers = owned(&["host"]), HeaderForbidden, Fix::Remove),
        (|c| c.allow_headers = owned(&["x-a", "Cookie"]), HeaderCookie, Fix::Remove),
        (|c| c.allow_headers = owned(&["access-control-max-age"]), HeaderOfResponse, Fix::Remove),
        (|c| c.allow_headers = owned(&["*", "x-a"]), HeaderBesideAny, Fix::Remove),
        (
            |c| {
                c.allow_headers = owned(&["*", "x-a"]);
                c.credentials = true;
            },
            CredentialsAnyHeader,
            Fix::Remove,
        ),
        (|c| c.expose_headers = owned(&["ETag:"]), HeaderSyntax, write("ETag")),
        (|c| c.expose_headers = owned(&["etag", "ETag"]), HeaderDuplicate, Fix::Remove),
        (|c| c.expose_headers = owned(&["set-cookie"]), ExposeForbidden, Fix::Remove),
        (|c| c.expose_headers = owned(&["Origin"]), ExposeOfRequest, Fix::Remove),
        (|c| c.expose_headers = owned(&["access-control-max-age"]), ExposeOfPreflight, Fix::Remove),
        (|c| c.expose_headers = owned(&["etag", "*"]), ExposeBesideAny, Fix::Remove),
        (
            |c| {
                c.expose_headers = owned(&["*", "etag"]);
                c.credentials = true;
            },
            CredentialsAnyExposed,
            Fix::Remove,
        ),
    ]
}

fn other_rows() -> Vec<Row> {
    vec![
        (|c| c.max_age = Some(MaxAge::from(86_401_u32)), MaxAgeTooLong, write("86400")),
        (|c| c.max_age = Some(MaxAge::from("2d")), MaxAgeTooLong, write("1d")),
        (|c| c.max_age = Some(MaxAge::from("600")), MaxAgeSyntax, write("600s")),
        (|c| c.max_age = Some(MaxAge::from("10 Minutes")), MaxAgeSyntax, write("10m")),
        (|c| c.max_age = Some(MaxAge::from(" 2 hours")), MaxAgeSyntax, write("2h")),
        (|c| c.max_age = Some(MaxAge::from("1day")), MaxAgeSyntax, write("1d")),
        (
            |c| {
                origins(c, &["null"]);
                c.dangerously_allow = owned(&["nul_origin"]);
            },
            DangerUnknown,
            write("null_origin"),
        ),
        (
            |c| {
                origins(c, &["null"]);
                c.dangerously_allow = owned(&["null_origin", "null_origin"]);
            },
            DangerDuplicate,
            Fix::Remove,
        ),
        (|c| c.dangerously_allow = owned(&["null_origin"]), DangerIdle, Fix::Remove),
    ]
}

fn route_rows() -> Vec<(RouteContext<'static>, Row)> {
    vec![
        (GET, (|c| methods(c, &["GTE"]), MethodNotServed, write("GET"))),
        (GET, (|c| methods(c, &["put"]), MethodCase, write("PUT"))),
        (GET, (|c| methods(c, &["GET", "OPTIONS"]), MethodOptions, Fix::Remove)),
        (ROCKET, (|c| methods(c, &["HEAD"]), MethodHeadAlone, write("GET"))),
        (JSON, (|_| {}, ContentTypeMissing, Fix::Add("allow_headers = [\"content-type\"]".to_owned()))),
        (
            JSON,
            (
                |c| c.allow_headers = owned(&["x-a"]),
                ContentTypeMissing,
                Fix::Add("allow_headers = [\"x-a\", \"content-type\"]".to_owned()),
            ),
        ),
    ]
}

/// Beside constants, whose values nobody knows here, and with what the server enforces.
fn rows_beside() -> Vec<(CheckContext<'static>, Row)> {
    let constants = CheckContext { has_more_origins: true, ..CheckContext::default() };
    let enforce = |word| CheckContext { enforce: Some(word), ..CheckContext::default() };
    let star: fn(&mut Config) = |c| origins(c, &["*"]);
    let cookies: fn(&mut Config) = |c| {
        origins(c, &["*"]);
        c.credentials = true;
    };
    vec![
        (constants, (star, OriginAnyMixed, Fix::Remove)),
        (constants, (cookies, CredentialsAnyOrigin, Fix::Remove)),
        (enforce("unsafe_method"), (|_| {}, EnforceUnknown, write("unsafe_methods"))),
        (enforce("all-methods"), (|_| {}, EnforceUnknown, write("all_methods"))),
    ]
}

fn rows() -> impl Iterator<Item = (CheckContext<'static>, Row)> {
    let on = |route| CheckContext { route, ..CheckContext::default() };
    let alone =
        origin_rows().into_iter().chain(list_rows()).chain(other_rows()).map(move |row| (on(None), row));
    let routes = route_rows().into_iter().map(move |(route, row)| (on(Some(route)), row));
    alone.chain(routes).chain(rows_beside())
}

#[test]
fn every_fix_is_right() {
    for (scope, (change, kind, fix)) in rows() {
        let mut written = Written { scope, ..Written::default() };
        origins(&mut written.config, &["https://app.example.com"]);
        change(&mut written.config);
        let found = written.mistakes();
        let mistake = found.iter().find(|mistake| mistake.kind() == kind);
        let mistake = mistake.unwrap_or_else(|| panic!("no {kind:?} in {written:?}: {found:?}"));
        assert_eq!(mistake.fix(), Some(&fix), "{written:?}: {mistake}");
        assert_eq!(written.wrong_fix(mistake), None);
    }
}

#[test]
fn every_kind_is_in_the_table_or_in_words() {
    let in_table = |kind: &MistakeKind| rows().any(|(_, (_, in_row, _))| in_row == *kind);
    let wrong: Vec<_> = MistakeKind::ALL
        .iter()
        .filter(|kind| !ONLY_IN_VARIABLES.contains(kind))
        .filter(|kind| in_table(kind) == IN_WORDS.contains(kind))
        .collect();
    assert!(wrong.is_empty(), "neither or both: {wrong:?}");
}

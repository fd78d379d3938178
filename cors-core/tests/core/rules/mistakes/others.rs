//! `max_age`, `dangerously_allow` and `enforce`.

use cors_core::__macros::CheckContext;
use cors_core::MaxAge;

use super::{ALONE, MORE_ORIGINS, PARTIAL, READ, Row, UNREAD, enforcing, origins, owned};

pub(super) const ROWS: &[Row] = &[
    (ALONE, |c| c.max_age = Some(MaxAge::from("2d")), &["max_age MaxAgeTooLong: write `1d`"]),
    (
        ALONE,
        |c| c.dangerously_allow = owned(&["null_origin"]),
        &["dangerously_allow[0] DangerIdle: remove it"],
    ),
    // Dangers are for the origins beside them, and these may be elsewhere, as may the credentials.
    (
        PARTIAL,
        |c| c.dangerously_allow = owned(&["null_origin"]),
        &["dangerously_allow[0] DangerIdle: remove it"],
    ),
    (
        PARTIAL,
        |c| {
            c.origins = None;
            c.dangerously_allow = owned(&["null_origin"]);
        },
        &[],
    ),
    (
        PARTIAL,
        |c| {
            origins(c, &["http://a.example"]);
            c.dangerously_allow = owned(&["insecure_origins"]);
        },
        &[],
    ),
    (MORE_ORIGINS, |c| c.dangerously_allow = owned(&["null_origin"]), &[]),
    (UNREAD, |c| c.dangerously_allow = owned(&["public_suffix_wildcards"]), &[]),
    // No constant origin is a pattern.
    (
        MORE_ORIGINS,
        |c| c.dangerously_allow = owned(&["public_suffix_wildcards"]),
        &["dangerously_allow[0] DangerIdle: remove it"],
    ),
    (
        MORE_ORIGINS,
        |c| {
            origins(c, &["https://*.github.io"]);
            c.dangerously_allow = owned(&["public_suffix_wildcards"]);
        },
        &[],
    ),
    // A predicate replaces the list.
    (
        MORE_ORIGINS,
        |c| {
            c.origins = None;
            c.dangerously_allow = owned(&["public_suffix_wildcards"]);
        },
        &["dangerously_allow[0] DangerIdle: remove it"],
    ),
    (
        ALONE,
        |c| {
            c.credentials = true;
            c.dangerously_allow = owned(&["insecure_origins"]);
        },
        &["dangerously_allow[0] DangerIdle: remove it"],
    ),
    (
        ALONE,
        |c| {
            origins(c, &["http://a.example"]);
            c.dangerously_allow = owned(&["insecure_origins"]);
        },
        &["dangerously_allow[0] DangerIdle: remove it"],
    ),
    (ALONE, |c| c.max_age = Some(MaxAge::from(86_401_u32)), &["max_age MaxAgeTooLong: write `86400`"]),
    (ALONE, |c| c.max_age = Some(MaxAge::from("600")), &["max_age MaxAgeSyntax: write `600s`"]),
    (ALONE, |c| c.max_age = Some(MaxAge::from("10 Minutes")), &["max_age MaxAgeSyntax: write `10m`"]),
    (ALONE, |c| c.max_age = Some(MaxAge::from(" 2 hours")), &["max_age MaxAgeSyntax: write `2h`"]),
    (ALONE, |c| c.max_age = Some(MaxAge::from("1day")), &["max_age MaxAgeSyntax: write `1d`"]),
    (
        ALONE,
        |c| {
            origins(c, &["null"]);
            c.dangerously_allow = owned(&["nul_origin"]);
        },
        &["origins[0] OriginNull", "dangerously_allow[0] DangerUnknown: write `null_origin`"],
    ),
    (
        ALONE,
        |c| {
            origins(c, &["null"]);
            c.dangerously_allow = owned(&["null_origin", "null_origin"]);
        },
        &["dangerously_allow[1] DangerDuplicate: remove it"],
    ),
    (enforcing("unsafe_method"), |_| {}, &["enforce EnforceUnknown: write `unsafe_methods`"]),
    (enforcing("all-methods"), |_| {}, &["enforce EnforceUnknown: write `all_methods`"]),
    (ALONE, |c| c.max_age = Some(MaxAge::Seconds(-1)), &["max_age MaxAgeNegative"]),
    (enforcing("all_methods"), |c| origins(c, &["*"]), &["enforce EnforceAnyOrigin"]),
    (
        CheckContext { enforce: Some("unsafe_methods"), ..READ },
        |_| {},
        &["enforce EnforceSafeMethods (`GET`, `HEAD`)"],
    ),
];

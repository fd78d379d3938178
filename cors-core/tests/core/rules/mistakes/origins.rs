//! The key `origins`, alone and beside credentials and constants.

use super::{ALONE, MORE_ORIGINS, PARTIAL, Row, origins, owned};

pub(super) const ROWS: &[Row] = &[
    (ALONE, |c| c.origins = None, &["origins OriginsMissing"]),
    (PARTIAL, |c| c.origins = None, &[]),
    (MORE_ORIGINS, |c| c.origins = None, &[]),
    (ALONE, |c| origins(c, &["https://*.com."]), &["origins[0] WildcardPublicSuffix (com)"]),
    (
        ALONE,
        |c| origins(c, &["https://app-*.example.com", "https://*--a.netlify.app"]),
        &["origins[0] WildcardPartialLabel", "origins[1] WildcardPartialPublicSuffix (netlify.app)"],
    ),
    (
        ALONE,
        |c| origins(c, &["http://*.intranet", "http://*.corp."]),
        &["origins[0] WildcardUnlistedSuffix (intranet)", "origins[1] WildcardUnlistedSuffix (corp)"],
    ),
    (ALONE, |c| origins(c, &["moz-extension://*"]), &["origins[0] WildcardOtherScheme"]),
    (ALONE, |c| origins(c, &["file://"]), &["origins[0] SchemeFile"]),
    // A mistake in the intended origin is reported at once, unless that origin cannot be parsed either.
    (
        ALONE,
        |c| {
            origins(c, &["http://a.example/"]);
            c.credentials = true;
        },
        &["origins[0] OriginTrailingSlash", "origins[0] CredentialsInsecureOrigin"],
    ),
    (
        ALONE,
        |c| origins(c, &["https://a..example/"]),
        &["origins[0] OriginTrailingSlash", "origins[0] HostLabelEmpty"],
    ),
    (
        ALONE,
        |c| origins(c, &["https://a.example:65536/", "https://A.example:0", "https://a.example:00"]),
        &[
            "origins[0] OriginTrailingSlash",
            "origins[0] PortTooLarge",
            "origins[1] HostUppercase",
            "origins[1] PortZero",
            "origins[2] PortLeadingZero",
            "origins[2] PortZero",
        ],
    ),
    (
        ALONE,
        |c| origins(c, &["https://A~\u{fc}.example"]),
        &["origins[0] HostUnicode", "origins[0] HostCharacter"],
    ),
    (
        ALONE,
        |c| origins(c, &["https://a.example", "https://a.example"]),
        &["origins[1] OriginDuplicate: remove it"],
    ),
    (
        ALONE,
        |c| origins(c, &["https://a.example", "https://a.example/"]),
        &["origins[1] OriginRepeated (https://a.example): remove it"],
    ),
    (ALONE, |c| origins(c, &["*", "https://a.example"]), &["origins[0] OriginAnyMixed: remove it"]),
    // The text before the `\` is not what is meant.
    (ALONE, |c| origins(c, &[r"https://a\.example\.com"]), &["origins[0] OriginRegex"]),
    (ALONE, |c| origins(c, &[r"http://localhost:\d+"]), &["origins[0] OriginRegex"]),
    (ALONE, |c| origins(c, &["https://a.example:8080:443"]), &["origins[0] PortSyntax"]),
    (
        ALONE,
        |c| origins(c, &["https://a.example "]),
        &["origins[0] OriginWhitespace: write `https://a.example`"],
    ),
    (
        ALONE,
        |c| origins(c, &["https://a.example\n"]),
        &["origins[0] OriginControl: write `https://a.example`"],
    ),
    (
        ALONE,
        |c| origins(c, &["'https://a.example'"]),
        &["origins[0] OriginQuotes: write `https://a.example`"],
    ),
    (
        ALONE,
        |c| origins(c, &["localhost:3000"]),
        &["origins[0] OriginNoScheme: write `http://localhost:3000`"],
    ),
    (
        ALONE,
        |c| origins(c, &["*.a.example:8443"]),
        &["origins[0] OriginNoScheme: write `https://*.a.example:8443`"],
    ),
    (
        ALONE,
        |c| origins(c, &["https:/a.example:8443"]),
        &["origins[0] OriginSlashes: write `https://a.example:8443`"],
    ),
    (
        ALONE,
        |c| origins(c, &["https://*.a.example:*/"]),
        &["origins[0] OriginTrailingSlash: write `https://*.a.example:*`"],
    ),
    (
        ALONE,
        |c| origins(c, &["http://a.example:8080/x"]),
        &["origins[0] OriginPath: write `http://a.example:8080`"],
    ),
    (ALONE, |c| origins(c, &["https://a.example?x"]), &["origins[0] OriginQuery: write `https://a.example`"]),
    (
        ALONE,
        |c| origins(c, &["https://a.example#x"]),
        &["origins[0] OriginFragment: write `https://a.example`"],
    ),
    (
        ALONE,
        |c| origins(c, &["https://u:p@a.example:8443"]),
        &["origins[0] OriginUserinfo: write `https://a.example:8443`"],
    ),
    (
        ALONE,
        |c| origins(c, &["HTTPS://A.example"]),
        &["origins[0] SchemeUppercase: write `https://a.example`"],
    ),
    (ALONE, |c| origins(c, &["tauri://Localhost"]), &["origins[0] HostUppercase: write `tauri://localhost`"]),
    (
        ALONE,
        |c| origins(c, &["chrome-extension://ABC"]),
        &["origins[0] HostUppercase: write `chrome-extension://abc`"],
    ),
    (
        ALONE,
        |c| origins(c, &["app://Localhost.B/"]),
        &["origins[0] OriginTrailingSlash: write `app://Localhost.B`"],
    ),
    (ALONE, |c| origins(c, &["APP://Foo%2F/x"]), &["origins[0] SchemeUppercase: write `app://Foo%2F`"]),
    (ALONE, |c| origins(c, &["app://*.Foo.b"]), &["origins[0] HostUppercase: write `app://*.foo.b`"]),
    (
        ALONE,
        |c| origins(c, &["https://*.bücher.example"]),
        &["origins[0] HostUnicode: write `https://*.xn--bcher-kva.example`"],
    ),
    (ALONE, |c| origins(c, &["http://127.1:3000"]), &["origins[0] HostIpv4: write `http://127.0.0.1:3000`"]),
    (
        ALONE,
        |c| origins(c, &["http://[0:0::1]:3000"]),
        &["origins[0] HostIpv6Form: write `http://[::1]:3000`"],
    ),
    (ALONE, |c| origins(c, &["http://::1"]), &["origins[0] HostIpv6Brackets: write `http://[::1]`"]),
    (
        ALONE,
        |c| origins(c, &["http://[::ffff:7f00:1]"]),
        &["origins[0] HostIpv6Mapped: write `http://127.0.0.1`"],
    ),
    (ALONE, |c| origins(c, &["https://a.example:"]), &["origins[0] PortEmpty: write `https://a.example`"]),
    (
        ALONE,
        |c| origins(c, &["https://a.example:08443"]),
        &["origins[0] PortLeadingZero: write `https://a.example:8443`"],
    ),
    (
        ALONE,
        |c| origins(c, &["http://*.a.example:80"]),
        &["origins[0] PortDefault: write `http://*.a.example`"],
    ),
    (
        ALONE,
        |c| {
            origins(c, &["*", "https://a.example"]);
            c.credentials = true;
        },
        &["origins[0] CredentialsAnyOrigin: remove it"],
    ),
    (MORE_ORIGINS, |c| origins(c, &["*"]), &["origins[0] OriginAnyMixed: remove it"]),
    (
        MORE_ORIGINS,
        |c| {
            origins(c, &["*"]);
            c.credentials = true;
        },
        &["origins[0] CredentialsAnyOrigin: remove it"],
    ),
    (ALONE, |c| origins(c, &[]), &["origins OriginsEmpty"]),
    (
        ALONE,
        |c| {
            origins(c, &["null"]);
            c.credentials = true;
            c.dangerously_allow = owned(&["null_origin"]);
        },
        &["origins[0] CredentialsNull"],
    ),
];

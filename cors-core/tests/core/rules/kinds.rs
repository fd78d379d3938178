//! The kind of mistake of each wrong origin. The messages are in `tests/ui/origins`.

use cors_core::__macros::MistakeKind::{self, *};
use cors_core::Policy;

/// Texts whose only mistake is of this kind.
type Row = (MistakeKind, &'static [&'static str]);

const TEXTS: &[Row] = &[
    (OriginEmpty, &[""]),
    (OriginNull, &["null", "NULL"]),
    (OriginWhitespace, &["https://a.example ", "https://a .example"]),
    (OriginControl, &["https://a.example\u{1f}", "\u{7f}https://a.example", "https://a.example\n"]),
    (
        OriginInvisible,
        &[
            "https://a.example\u{200b}",
            "https://a\u{ad}.example",
            "https://a.example\u{202e}",
            "\u{feff}https://a.example",
            "app://a\u{2066}",
        ],
    ),
    (OriginList, &["https://a.example,https://b.example"]),
    (
        OriginQuotes,
        &["'https://a.example", "https://a.example'", "\"https://a.example", "https://a.example\""],
    ),
    (OriginPlaceholder, &["https://${HOST}", "https://{{host}}"]),
    (
        OriginRegex,
        &[
            "^https://a.example",
            "https://a.example$",
            ".*a.example",
            "/a.example/",
            "https://a\\.example",
            "https://.*a.example",
        ],
    ),
];

const SCHEMES: &[Row] = &[
    (OriginNoScheme, &["a.example", "://a.example", "//a.example/", "/a", "a/"]),
    (OriginSlashes, &["https:a.example", "http:/a.example", "HTTPS:a.example"]),
    (
        SchemeOpaque,
        &[
            "DATA:text/plain",
            "about:blank",
            "javascript:a",
            "blob:https://a.example",
            "filesystem:https://a.example",
            "view-source:https://a.example",
            "vbscript:a",
        ],
    ),
    (SchemeFile, &["file://", "file:///", "FILE:", "file://a.example", "file://*", "file:///*"]),
    (SchemeNeverSent, &["ftp://a.example", "FTP://a.example", "wss://a.example", "jar://a.example"]),
    (SchemeSyntax, &["1a://a.example", "+a://a.example", "a_b://a.example"]),
    (SchemeUppercase, &["Https://a.example", "hTTP://a.example"]),
    (WildcardPosition, &["*://a.example"]),
];

const HOSTS: &[Row] = &[
    (
        HostEmpty,
        &[
            "https://",
            "https:///",
            "https://\\",
            "https://?a",
            "https://#a",
            "https://:8443",
            "app://",
            "app://:1",
        ],
    ),
    (HostCharacter, &["https://a~b.example", "https://A~b.example", "app://a<", "app://A^b", "app://*.a!"]),
    (
        HostUppercase,
        &[
            "https://A.example",
            "chrome-extension://Abc",
            "app://Localhost",
            "app://LOCALHOST:1",
            "app://*.A.b",
        ],
    ),
    (HostUnicode, &["https://b\u{fc}cher.example", "app://a\u{fc}", "https://a\u{200c}.example"]),
    (HostLabelEmpty, &["https://a..example", "https://.a.example", "https://a.example..", "https://."]),
    (
        HostLabelHyphen,
        &[
            "https://-a.example",
            "https://a-.example",
            "https://a.-example",
            "https://a.example-",
            "https://b.a-.example.",
            "https://a.b.example-.",
            "http://-",
            "https://*.a-.example",
            "https://*.b.a.-example",
        ],
    ),
    (HostPunycode, &["https://xn--.example", "https://a.xn--u-ccb"]),
    (HostIpv4, &["http://127.1", "http://1.2.3.256", "http://0x7f", "http://a.0x", "http://1.2.3.4."]),
    (HostIpv6, &["http://[]", "http://[::1", "http://[::1]a", "http://[::g]", "http://[1:2:3:4:5:6:7::8:9]"]),
    (HostIpv6Form, &["http://[0::1]", "http://[::A]"]),
    (HostIpv6Mapped, &["http://[::ffff:7f00:1]", "app://[::ffff:7f00:1]"]),
    (HostIpv6Zone, &["http://[fe80::1%25eth0]"]),
    (HostIpv6Brackets, &["http://::1", "http://fe80::1"]),
    (WildcardIp, &["http://*.127.0.0.1", "http://*.[::1]", "http://*.1"]),
    (
        WildcardPartialLabel,
        &["https://*-a.b.example", "https://a*.b.example", "https://a**.b.example", "https://*a.localhost"],
    ),
    (WildcardPartialLabel, &["https://*-a.example", "http://a*.intranet"]),
    (
        WildcardPartialPublicSuffix,
        &["https://*-a.com", "https://a*.co.uk", "https://*--a.netlify.app:8443", "https://*a.com."],
    ),
    (
        WildcardOtherScheme,
        &["app://*", "app://a*", "app://*a.b.c", "app://a.*.b", "app://**.a", "app://*.", "app://*:8443"],
    ),
    (
        WildcardOtherScheme,
        &["chrome-extension://*", "moz-extension://*", "app://A*", "app://*!:*", "app://.*"],
    ),
    (WildcardPublicSuffix, &["https://*.com", "https://*.github.io", "https://*.kawasaki.jp", "app://*.com"]),
    (WildcardUnlistedSuffix, &["https://*.intranet", "http://*.corp.", "http://*.lan:*", "app://*.intranet"]),
    (WildcardPosition, &["**", "https://*", "https://*.", "https://a.*.example", "https://**.a.example"]),
    (WildcardPosition, &["https://*.*.example", "https://a*.*.example"]),
];

const REST: &[Row] = &[
    (OriginTrailingSlash, &["https://a.example/", "https://a.example:8443/"]),
    (OriginPath, &["https://a.example/a", "https://a.example\\", "https://a.example//"]),
    (OriginQuery, &["https://a.example?"]),
    (OriginFragment, &["https://a.example#"]),
    (OriginUserinfo, &["https://u@a.example", "https://u:p@a.example"]),
    (PortEmpty, &["https://a.example:", "http://[::1]:"]),
    (PortSyntax, &["https://a.example:a", "https://a.example:80:80", "https://a.example:8*"]),
    (PortZero, &["https://a.example:0"]),
    (PortLeadingZero, &["https://a.example:08443"]),
    (PortTooLarge, &["https://a.example:65536", "https://a.example:100000"]),
    (PortDefault, &["https://a.example:443", "http://a.example:80"]),
];

fn too_long() -> [(MistakeKind, String); 4] {
    [
        (SchemeTooLong, format!("{}://a", "a".repeat(65))),
        (HostLabelTooLong, format!("https://{}.example", "a".repeat(64))),
        (HostTooLong, format!("https://{}aa", "a.".repeat(126))),
        (HostTooLong, format!("https://*.{}aa", "a.".repeat(125))),
    ]
}

/// Reports whether an origin in the table has this mistake.
pub(super) fn has(kind: MistakeKind) -> bool {
    let rows = [TEXTS, SCHEMES, HOSTS, REST].concat();
    rows.iter().any(|row| row.0 == kind) || too_long().iter().any(|row| row.0 == kind)
}

#[test]
fn every_wrong_origin_has_its_kind() {
    let rows = [TEXTS, SCHEMES, HOSTS, REST].concat();
    for (kind, text) in rows.iter().flat_map(|(kind, texts)| texts.iter().map(move |text| (*kind, *text))) {
        assert_eq!(kinds(text), [kind], "{text:?}");
    }
    for (kind, text) in too_long() {
        assert_eq!(kinds(&text), [kind], "{text}");
    }
}

#[test]
fn what_is_nearly_one_is_no_mistake() {
    let longest = ["a.".repeat(126) + "a", "*.".to_owned() + &"a.".repeat(125) + "a"];
    let longest = longest.map(|host| format!("https://{host}"));
    let label = format!("https://{}.example", "a".repeat(63));
    let scheme = format!("{}://a", "a".repeat(64));
    for text in [
        "https://a.example:65535",
        "https://a.example:1",
        "https://a.example:80",
        "http://a.example:443",
        "https://a.example.",
        "https://a_b.example",
        "https://0xg.example",
        "https://a.0xg",
        "tauri://1.2.3",
        "https://-foo-.-bar-.a.example",
        "https://foo-.a.example.",
        "https://*.foo-.a.example",
        "app://.",
        "app://-",
        "app://..",
        "app://ABC.d",
        "app://Localhost.a",
        "app://a,b",
        "app://'a'$:8080",
        "app://${a}{{b}}",
        "app://a%20b:*",
        "app://xn--a",
        "app://-:80",
        "safari-web-extension://140BB581-A2C0-4C8A-9E0B-7C1C0D3A2B11",
        "a+b-c.1://a",
        "http://1.2.3.4",
        "https://*.a.example:*",
        &longest[0],
        &longest[1],
        &label,
        &scheme,
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}

fn kinds(origin: &str) -> Vec<MistakeKind> {
    let error = Policy::builder().origins([origin]).build().err();
    error.iter().flat_map(|error| error.mistakes()).map(|mistake| mistake.kind()).collect()
}

//! Origins that predicates decide.

use super::{APP, Case, EVIL, cross, line, preflight};
use crate::wire::Request;

pub(super) fn cases() -> Vec<Case> {
    [answers(), anybody(), embedded(), of_schemes(), unasked(), tenants(), failures(), left_out(), enforced()]
        .concat()
}

const PREVIEW: &str = "https://pr-12.example";
const ALLOW: &str = "access-control-allow-origin: https://pr-12.example";
const ALLOW_TENANT: &str = "access-control-allow-origin: https://blue.example";
const VARY_TENANT: &str = "vary: Origin, X-Tenant";
const REFUSED: [&str; 2] = ["cache-control: no-store", "vary: Origin, Sec-Fetch-Site"];

fn answers() -> Vec<Case> {
    const RULE: &str = "a predicate decides the preflight as the actual request, and is asked once for each";
    vec![
        Case::new(RULE, "allowed", cross("PUT", "/judged/preview", PREVIEW))
            .lines(&[ALLOW, line::CREDENTIALS, "access-control-expose-headers: etag", line::VARY])
            .ran(&["asked", "guard", "preview"]),
        Case::new(RULE, "refused", cross("PUT", "/judged/preview", EVIL))
            .lines(&[line::VARY])
            .ran(&["asked", "guard", "preview"]),
        Case::new(RULE, "preflight", preflight("PUT", "/judged/preview", PREVIEW))
            .status(204)
            .lines(&[
                ALLOW,
                line::CREDENTIALS,
                line::PUT,
                "access-control-allow-headers: x-a",
                line::VARY_PREFLIGHT,
            ])
            .ran(&["asked"]),
        Case::new(RULE, "preflight, refused", preflight("PUT", "/judged/preview", EVIL))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT])
            .ran(&["asked"]),
        Case::new(RULE, "in a policy with a name", cross("PUT", "/judged/named", PREVIEW))
            .lines(&[ALLOW, "access-control-expose-headers: etag", line::VARY])
            .ran(&["asked", "named"]),
        Case::new(RULE, "the method of another handler", cross("GET", "/judged/preview", PREVIEW))
            .lines(&[ALLOW, line::VARY])
            .ran(&["asked", "read"]),
        Case::new(RULE, "HEAD", cross("HEAD", "/judged/preview", PREVIEW))
            .status(404)
            .on_rocket(|expect| expect.status(200).lines(&[ALLOW, line::VARY]).ran(&["asked", "read"])),
    ]
}

/// A predicate can allow policies that a list cannot express.
fn anybody() -> Vec<Case> {
    const RULE: &str = "a predicate that says yes to every origin sends every origin back, with credentials";
    let allow = ["access-control-allow-origin: https://evil.example", line::CREDENTIALS];
    let of = |origin| cross("PUT", "/judged/anybody", origin);
    vec![
        Case::new(RULE, "actual", of(EVIL))
            .lines(&[allow[0], allow[1], line::VARY])
            .ran(&["anybody", "asked"]),
        Case::new(RULE, "preflight", preflight("PUT", "/judged/anybody", EVIL))
            .status(204)
            .lines(&[allow[0], allow[1], line::PUT, line::VARY_PREFLIGHT])
            .ran(&["asked"]),
        Case::new(RULE, "never `null`", of("null")).lines(&[line::VARY]).ran(&["anybody"]),
    ]
}

fn embedded() -> Vec<Case> {
    const RULE: &str = "a predicate can allow a scheme whose hosts nobody knows";
    let mut cases = Vec::new();
    for origin in [
        "moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc",
        "safari-web-extension://140BB581-A2C0-4C8A-9E0B-7C1C0D3A2B11",
        "file://",
        "vscode-webview://10kbrrqvl8foiqadlf2vq1l9snpjtar16g1350ud9j16se4j4bj9",
    ] {
        let allow = format!("access-control-allow-origin: {origin}");
        let put = cross("PUT", "/judged/embedded", origin);
        cases.push(Case::new(RULE, origin, put).lines(&[&allow, line::VARY]).ran(&["asked", "embedded"]));
        cases.push(
            Case::new(RULE, origin, preflight("PUT", "/judged/embedded", origin))
                .status(204)
                .lines(&[&allow, line::PUT, line::VARY_PREFLIGHT])
                .ran(&["asked"]),
        );
    }
    for origin in
        ["app://.", "https://moz-extension.example", "chrome-extension://abcdefghijklmnopabcdefghijklmnop"]
    {
        let put = cross("PUT", "/judged/embedded", origin);
        cases.push(Case::new(RULE, origin, put).lines(&[line::VARY]).ran(&["asked", "embedded"]));
    }
    cases
}

/// Origins that no list can have, or whose hosts are not DNS names.
fn of_schemes() -> Vec<Case> {
    const RULE: &str = "a predicate is asked about every origin that a client can send";
    let allowed = [
        "file://",
        "app://.",
        "app://-",
        "app://A%20b:80",
        "app://[::1]",
        "moz-extension://*",
        "safari-web-extension://140BB581-A2C0-4C8A-9E0B-7C1C0D3A2B11",
    ];
    let refused =
        ["http://foo-.example.com", "https://-a.example-", "http://[::ffff:7f00:1]", "ftp://a.example"];
    let mut cases = Vec::new();
    for origin in allowed {
        let allow = format!("access-control-allow-origin: {origin}");
        let put = Case::new(RULE, "allowed", cross("PUT", "/judged/scheme", origin));
        cases.push(put.lines(&[allow.as_str(), line::VARY]).ran(&["asked", "scheme"]));
        let preflight = Case::new(RULE, "preflight", preflight("PUT", "/judged/scheme", origin));
        let lines = [allow.as_str(), line::PUT, line::VARY_PREFLIGHT];
        cases.push(preflight.status(204).lines(&lines).ran(&["asked"]));
    }
    for origin in refused {
        let put = Case::new(RULE, "refused", cross("PUT", "/judged/scheme", origin));
        cases.push(put.lines(&[line::VARY]).ran(&["asked", "scheme"]));
        let preflight = Case::new(RULE, "preflight, refused", preflight("PUT", "/judged/scheme", origin));
        cases.push(preflight.status(403).lines(&[line::VARY_PREFLIGHT]).ran(&["asked"]));
    }
    cases
}

#[allow(clippy::too_many_lines, reason = "a table")]
fn unasked() -> Vec<Case> {
    const RULE: &str = "a predicate is not asked for what is no origin, and that is refused";
    let put = |desc, request| Case::new(RULE, desc, request).lines(&[line::VARY]).ran(&["guard", "preview"]);
    let long = format!("https://pr-{}.example", "a.".repeat(160));
    let two = |method| cross(method, "/judged/preview", PREVIEW).header("Origin", PREVIEW);
    let mut cases = vec![
        put("not CORS", Request::new("PUT", "/judged/preview")),
        put("two equal lines", two("PUT")),
        Case::new(
            RULE,
            "preflight, two equal lines",
            two("OPTIONS").header("Access-Control-Request-Method", "PUT"),
        )
        .status(403)
        .lines(&[line::VARY_PREFLIGHT]),
        Case::new(RULE, "preflight for another method", preflight("DELETE", "/judged/preview", PREVIEW))
            .status(404),
        Case::new(RULE, "preflight for a method in lower case", preflight("put", "/judged/preview", PREVIEW))
            .status(404),
    ];
    for origin in [
        "null",
        "",
        "https://",
        "https://pr-12.example/",
        "https://PR-12.example",
        "https://pr-12.example:443",
        "https://pr-*.example",
        "https://*.pr-12.example",
        "https://pr-12.example:*",
        "https://pr-12.example https://pr-13.example",
        "https://pr-12.1",
        "https://pr-12.xn--a.example",
        "https://pr-12!.example",
        "app://pr-12.example:0",
        "app://pr-12.example/",
        "app://pr-12<.example",
        "file://:80",
        "file:",
        "pr-12.example",
        &long,
    ] {
        cases.push(put("no origin", cross("PUT", "/judged/preview", origin)));
        let preflight = Case::new(RULE, "no origin, preflight", preflight("PUT", "/judged/preview", origin));
        cases.push(preflight.status(403).lines(&[line::VARY_PREFLIGHT]));
    }
    cases
}

fn tenants() -> Vec<Case> {
    const RULE: &str = "an async predicate decides alike, and the headers that it reads are in Vary";
    let put = |origin: &str| cross("PUT", "/judged/tenant", origin);
    let case = |desc, request| Case::new(RULE, desc, request).ran(&["asked", "guard", "tenant"]);
    let preflight = |desc, origin: &str| Case::new(RULE, desc, preflight("PUT", "/judged/tenant", origin));
    let vary = "vary: Origin, Access-Control-Request-Method, X-Tenant";
    vec![
        case("allowed", put("https://blue.example"))
            .also("x-tenant", "blue")
            .lines(&[ALLOW_TENANT, VARY_TENANT]),
        case("another tenant's", put("https://blue.example")).also("x-tenant", "red").lines(&[VARY_TENANT]),
        case("without the header", put("https://blue.example")).lines(&[VARY_TENANT]),
        case("an error", put("https://blue.example")).also("x-tenant", "unknown").lines(&[VARY_TENANT]),
        Case::new(RULE, "not CORS", Request::new("PUT", "/judged/tenant"))
            .lines(&[VARY_TENANT])
            .ran(&["guard", "tenant"]),
        preflight("preflight", "https://blue.example")
            .also("x-tenant", "blue")
            .status(204)
            .lines(&[ALLOW_TENANT, line::PUT, vary])
            .ran(&["asked"]),
        preflight("preflight, refused", "https://blue.example").status(403).lines(&[vary]).ran(&["asked"]),
        preflight("preflight, an error", "https://blue.example")
            .also("x-tenant", "unknown")
            .status(403)
            .lines(&[vary])
            .ran(&["asked"]),
        preflight("preflight, null", "null").status(403).lines(&[vary]),
    ]
}

fn failures() -> Vec<Case> {
    const RULE: &str = "a predicate that fails or panics refuses the origin, and the handler runs";
    let mut cases = Vec::new();
    for (path, ran) in [
        ("/judged/failing", "failing"),
        ("/judged/panics", "panics"),
        ("/judged/early", "early"),
        ("/judged/late", "late"),
    ] {
        cases.extend([
            Case::new(RULE, ran, cross("PUT", path, APP)).lines(&[line::VARY]).ran(&["asked", ran]),
            Case::new(RULE, ran, Request::new("PUT", path)).lines(&[line::VARY]).ran(&[ran]),
            Case::new(RULE, ran, preflight("PUT", path, APP))
                .status(403)
                .lines(&[line::VARY_PREFLIGHT])
                .ran(&["asked"]),
        ]);
    }
    cases
}

fn left_out() -> Vec<Case> {
    const RULE: &str = "a predicate is not asked for a method that is left out";
    vec![
        Case::new(RULE, "actual", cross("PUT", "/judged/left", PREVIEW)).ran(&["left"]),
        Case::new(RULE, "preflight", preflight("PUT", "/judged/left", PREVIEW))
            .status(404)
            .closed_on_axum(403),
    ]
}

/// Rocket decides before the handler runs, and again when the response is ready.
fn enforced() -> Vec<Case> {
    const RULE: &str = "a route that refuses requests asks its predicate once";
    let tenant = |desc, tenant: &str| {
        let request = cross("PUT", "/judged/enforced", "https://blue.example").header("x-tenant", tenant);
        Case::new(RULE, desc, request)
    };
    let preview = |desc, request| Case::new(RULE, desc, request);
    vec![
        tenant("allowed", "blue")
            .lines(&[ALLOW_TENANT, "vary: Origin, x-tenant"])
            .ran(&["asked", "enforced", "guard"]),
        tenant("refused", "red").status(403).lines(&REFUSED).ran(&["asked"]),
        tenant("an error", "unknown").status(403).lines(&REFUSED).ran(&["asked"]),
        tenant("of the same origin, which is decided by another header", "red")
            .also("Sec-Fetch-Site", "same-origin")
            .lines(&["vary: Origin, x-tenant"])
            .ran(&["asked", "enforced", "guard"]),
        preview("sync, allowed", cross("PUT", "/judged/enforced-sync", PREVIEW))
            .lines(&[ALLOW, line::VARY])
            .ran(&["asked", "enforced", "guard"]),
        preview("sync, refused", cross("PUT", "/judged/enforced-sync", EVIL))
            .status(403)
            .lines(&REFUSED)
            .ran(&["asked"]),
        preview("not asked for null", cross("PUT", "/judged/enforced-sync", "null"))
            .status(403)
            .lines(&REFUSED),
        preview("preflight", preflight("PUT", "/judged/enforced-sync", PREVIEW))
            .status(204)
            .lines(&[ALLOW, line::PUT, line::VARY_PREFLIGHT])
            .ran(&["asked"]),
    ]
}

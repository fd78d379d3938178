//! Unusual `Origin` lines: they are not allowed, and never cause an error.

use super::{APP, Case, Outcome, cross, line, preflight};

pub(super) fn cases() -> Vec<Case> {
    [odd(), several(), over_long(), not_utf8()].concat()
}

const RULE: &str = "several, malformed, over-long and non-UTF-8 origins are not allowed, never an error";
const ANY: &str = "for an any-origin policy the answer does not depend on Origin at all";
const ANY_LINES: [&str; 2] = [line::ANY, "access-control-expose-headers: etag"];

fn odd() -> Vec<Case> {
    let odd = [
        "",
        "*",
        "not a url",
        "https://",
        "https://app.example.com/",
        "https://app.example.com:443",
        "HTTPS://app.example.com",
        "https://APP.example.com",
        "https://user@app.example.com",
        "https://app.example.com, https://app.example.com",
        "https://app.example.com https://app.example.com",
        "https://app.example.com.",
        "https://app.example.co",
        "https://app.example.com.evil.example",
        "https://evilapp.example.com",
        "https://%61pp.example.com",
        "://",
        "[",
        "https://[::1",
    ];
    let of = |origin: &&'static str| {
        [
            Case::new(RULE, origin, cross("GET", "/plain", origin)).lines(&[line::VARY]).ran(&["plain"]),
            Case::new(RULE, origin, preflight("PUT", "/plain-put", origin))
                .status(403)
                .lines(&[line::VARY_PREFLIGHT]),
            Case::new(ANY, origin, cross("GET", "/any", origin)).lines(&ANY_LINES).ran(&["any"]),
        ]
    };
    odd.iter().flat_map(of).collect()
}

fn several() -> Vec<Case> {
    vec![
        Case::new(RULE, "two equal lines", cross("GET", "/plain", APP).header("Origin", APP))
            .lines(&[line::VARY])
            .ran(&["plain"]),
        Case::new(
            RULE,
            "an allowed line, then a stranger",
            cross("GET", "/plain", APP).header("Origin", "null"),
        )
        .lines(&[line::VARY])
        .ran(&["plain"]),
        Case::new(
            RULE,
            "a stranger, then an allowed line",
            cross("GET", "/plain", "null").header("origin", APP),
        )
        .lines(&[line::VARY])
        .ran(&["plain"]),
        Case::new(
            RULE,
            "two lines on a preflight",
            preflight("PUT", "/plain-put", APP).header("Origin", APP),
        )
        .status(403)
        .lines(&[line::VARY_PREFLIGHT]),
        Case::new(ANY, "two lines", cross("GET", "/any", APP).header("Origin", APP))
            .lines(&ANY_LINES)
            .ran(&["any"]),
        Case::new(ANY, "two lines on a preflight", preflight("PUT", "/any", APP).header("Origin", APP))
            .status(204)
            .lines(&[line::ANY, line::PUT, "access-control-allow-headers: content-type"]),
    ]
}

fn over_long() -> Vec<Case> {
    // At most 326 bytes are read. The rows have a host of 253 bytes in an origin of 261, and an origin of 327 bytes
    // with an impossible port.
    let longest = format!("https://{}a.example.com", "a.".repeat((253 - "a.example.com".len()) / 2));
    let longer = format!("https://{}aa.example.com", "a.".repeat((254 - "a.example.com".len()) / 2));
    let digits = format!("http://localhost:{}", "9".repeat(310));
    let line = format!("access-control-allow-origin: {longest}");
    vec![
        Case::new(RULE, "a host of 253 bytes is allowed", cross("GET", "/subdomains", &longest))
            .lines(&[&line, line::VARY])
            .ran(&["subdomains"]),
        Case::new(RULE, "a host of more", cross("GET", "/subdomains", &longer))
            .lines(&[line::VARY])
            .ran(&["subdomains"]),
        Case::new(RULE, "327 bytes", cross("GET", "/ports", &digits)).lines(&[line::VARY]).ran(&["ports"]),
        Case::new(
            RULE,
            "a label of 64 bytes",
            cross("GET", "/subdomains", format!("https://{}.example.com", "a".repeat(64))),
        )
        .lines(&[line::VARY])
        .ran(&["subdomains"]),
        Case::new(ANY, "8 KiB", cross("GET", "/any", "a".repeat(8192))).lines(&ANY_LINES).ran(&["any"]),
    ]
}

/// Rocket drops header lines that are not UTF-8 before any application code reads them. Such an `Origin` is treated
/// as absent, so the request is not a preflight.
#[allow(clippy::too_many_lines, reason = "a table")]
fn not_utf8() -> Vec<Case> {
    let odd = b"https://app.example.com\xff";
    vec![
        Case::new(RULE, "not UTF-8", cross("GET", "/plain", odd)).lines(&[line::VARY]).ran(&["plain"]).raw(),
        Case::new(RULE, "Latin-1", cross("GET", "/plain", b"https://\xe4pp.example.com"))
            .lines(&[line::VARY])
            .ran(&["plain"])
            .raw(),
        Case::new(RULE, "UTF-8 beyond ASCII", cross("GET", "/subdomains", "https://ä.example.com"))
            .lines(&[line::VARY])
            .ran(&["subdomains"])
            .raw(),
        Case::new(RULE, "not UTF-8 on a preflight", preflight("PUT", "/plain-put", odd))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT])
            .on_rocket(|expect| expect.status(404).lines::<&str>(&[]))
            .raw(),
        Case::new(
            RULE,
            "a line that is not UTF-8 beside an allowed one",
            cross("GET", "/plain", odd).header("Origin", "null"),
        )
        .lines(&[line::VARY])
        .ran(&["plain"])
        .raw(),
        Case::new(ANY, "not UTF-8", cross("GET", "/any", odd)).lines(&ANY_LINES).ran(&["any"]).raw(),
        Case::new(RULE, "a NUL", cross("GET", "/plain", b"https://app.example.com\0"))
            .outcome(Outcome::OneOf(&[400]))
            .raw(),
        Case::new(RULE, "TAB inside", cross("GET", "/plain", b"https://app.exam\tple.com"))
            .lines(&[line::VARY])
            .ran(&["plain"])
            .raw(),
        Case::new(
            RULE,
            "white space around the value is no part of it",
            cross("GET", "/plain", " \thttps://app.example.com \t"),
        )
        .lines(&[line::APP, line::VARY])
        .ran(&["plain"])
        .raw(),
    ]
}

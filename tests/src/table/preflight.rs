//! Preflights: the route that answers, and the headers of the response.

use super::{ADMIN, APP, Case, EVIL, cross, line, preflight};

pub(super) fn cases() -> Vec<Case> {
    [answers(), keys(), request_headers(), unserved(), apart(), dispatch()].concat()
}

/// The lines of an allowed preflight for `PUT /full`.
const FULL: [&str; 6] = [
    line::APP,
    line::CREDENTIALS,
    line::PUT,
    "access-control-allow-headers: content-type, x-a",
    "access-control-max-age: 600",
    line::VARY_PREFLIGHT,
];

fn answers() -> Vec<Case> {
    const ALLOWED: &str = "a served method from an allowed origin: 204 with the policy's headers, no body";
    const REFUSED: &str = "a served method from a refused origin: 403, no body, no CORS header";
    const NOTHING_RUNS: &str = "a preflight runs no handler, guard or extractor; the actual request does";
    vec![
        Case::new(ALLOWED, "every key", preflight("PUT", "/full", APP)).status(204).lines(&FULL),
        Case::new(REFUSED, "every key", preflight("PUT", "/full", EVIL))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
        Case::new(REFUSED, "null", preflight("PUT", "/full", "null"))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
        Case::new(NOTHING_RUNS, "preflight", preflight("PUT", "/full", APP)).status(204).lines(&FULL),
        Case::new(NOTHING_RUNS, "refused preflight", preflight("PUT", "/full", EVIL))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
        Case::new(NOTHING_RUNS, "actual", cross("PUT", "/full", APP))
            .lines(&[
                line::APP,
                line::CREDENTIALS,
                "access-control-expose-headers: etag, x-total",
                line::VARY,
            ])
            .ran(&["full", "guard"]),
        Case::new(NOTHING_RUNS, "actual, refused origin", cross("PUT", "/full", EVIL))
            .lines(&[line::VARY])
            .ran(&["full", "guard"]),
        Case::new(
            NOTHING_RUNS,
            "a guard that fails would not let it through",
            preflight("GET", "/out/guard", APP),
        )
        .status(204)
        .lines(&[line::APP, "access-control-allow-methods: GET", line::VARY_PREFLIGHT])
        .on_rocket(|expect| {
            expect.lines(&[line::APP, "access-control-allow-methods: GET, HEAD", line::VARY_PREFLIGHT])
        }),
        Case::new(NOTHING_RUNS, "a parameter that does not parse", preflight("PUT", "/out/number/x", APP))
            .status(204)
            .lines(&[line::APP, line::PUT, line::VARY_PREFLIGHT]),
    ]
}

fn keys() -> Vec<Case> {
    const RULE: &str = "each header of a preflight is there as the policy says";
    const ANY: &str = "an any-origin policy answers `*`";
    const ANY_PUT: [&str; 3] = [line::ANY, line::PUT, "access-control-allow-headers: content-type"];
    vec![
        Case::new(RULE, "only origins", preflight("PUT", "/plain-put", APP)).status(204).lines(&[
            line::APP,
            line::PUT,
            line::VARY_PREFLIGHT,
        ]),
        Case::new(RULE, "max_age = 0 is sent", preflight("PUT", "/zero", APP)).status(204).lines(&[
            line::APP,
            line::PUT,
            "access-control-max-age: 0",
            line::VARY_PREFLIGHT,
        ]),
        Case::new(RULE, "a subdomain", preflight("PUT", "/sub", "https://a.b.example.com"))
            .status(204)
            .lines(&[
                "access-control-allow-origin: https://a.b.example.com",
                line::PUT,
                line::VARY_PREFLIGHT,
            ]),
        Case::new(RULE, "not the domain of the subdomains", preflight("PUT", "/sub", "https://example.com"))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
        Case::new(ANY, "with headers", preflight("PUT", "/any", EVIL)).status(204).lines(&ANY_PUT),
        Case::new(ANY, "any header", preflight("POST", "/any-header", EVIL)).status(204).lines(&[
            line::ANY,
            line::POST,
            "access-control-allow-headers: *, authorization",
            "access-control-max-age: 86400",
        ]),
        Case::new(ANY, "null", preflight("PUT", "/any", "null")).status(204).lines(&ANY_PUT),
    ]
}

fn request_headers() -> Vec<Case> {
    const RULE: &str = "request headers are not judged, echoed or parsed: the answer is constant";
    let asking = |desc, names: &str| {
        Case::new(RULE, desc, preflight("PUT", "/full", APP).header("Access-Control-Request-Headers", names))
            .status(204)
            .lines(&FULL)
    };
    vec![
        asking("a listed one", "content-type"),
        asking("upper case", "CONTENT-TYPE"),
        asking("one that is not listed", "x-evil"),
        asking("no list", ",,, ;; ,"),
        asking("empty", ""),
        asking("private network", "x-a").also("Access-Control-Request-Private-Network", "true"),
        asking("two lines", "x-a").also("Access-Control-Request-Headers", "x-evil"),
        asking("not UTF-8", "x-a").also("Access-Control-Request-Headers", b"\xff\xfe").raw(),
        Case::new(
            RULE,
            "a refused origin with a listed one",
            preflight("PUT", "/full", EVIL).header("Access-Control-Request-Headers", "x-a"),
        )
        .status(403)
        .lines(&[line::VARY_PREFLIGHT]),
    ]
}

fn unserved() -> Vec<Case> {
    const RULE: &str = "a preflight for another method or path gets the framework's own answer";
    vec![
        Case::new(RULE, "another method", preflight("DELETE", "/plain-put", APP)).status(404),
        Case::new(RULE, "another method, any origin", preflight("DELETE", "/any", APP)).status(404),
        Case::new(RULE, "another path", preflight("PUT", "/nowhere", APP)).status(404),
        Case::new(RULE, "a path below", preflight("PUT", "/plain-put/x", APP)).status(404),
        Case::new(RULE, "a path above", preflight("PUT", "/users", ADMIN)).status(404),
        Case::new(RULE, "a path without annotation", preflight("GET", "/bare", APP)).status(404),
        Case::new(RULE, "another method, refused origin", preflight("DELETE", "/plain-put", EVIL))
            .status(404),
        Case::new(RULE, "HEAD follows GET on Rocket only", preflight("HEAD", "/plain", APP))
            .status(404)
            .on_rocket(|expect| {
                let methods = "access-control-allow-methods: GET, HEAD";
                expect.status(204).lines(&[line::APP, methods, line::VARY_PREFLIGHT])
            }),
    ]
}

fn apart() -> Vec<Case> {
    const RULE: &str = "handlers on one path keep their policies apart, whatever their order";
    let put = [line::ADMIN, line::PUT, "access-control-allow-headers: x-put", line::VARY_PREFLIGHT];
    let delete = [line::APP, "access-control-allow-methods: DELETE", line::VARY_PREFLIGHT];
    let mut cases = Vec::new();
    for path in ["/pair", "/riap"] {
        cases.extend([
            Case::new(RULE, "PUT is for the one", preflight("PUT", path, ADMIN)).status(204).lines(&put),
            Case::new(RULE, "PUT is not for the other", preflight("PUT", path, APP))
                .status(403)
                .lines(&[line::VARY_PREFLIGHT]),
            Case::new(RULE, "DELETE is for the other", preflight("DELETE", path, APP))
                .status(204)
                .lines(&delete),
            Case::new(RULE, "DELETE is not for the one", preflight("DELETE", path, ADMIN))
                .status(403)
                .lines(&[line::VARY_PREFLIGHT]),
            Case::new(RULE, "POST is any origin's", preflight("POST", path, EVIL))
                .status(204)
                .lines(&[line::ANY, line::POST]),
            Case::new(RULE, "PATCH is nobody's", preflight("PATCH", path, APP)).status(404),
            Case::new(RULE, "actual PUT", cross("PUT", path, ADMIN))
                .lines(&[line::ADMIN, line::VARY])
                .ran(&["put"]),
            Case::new(RULE, "actual PUT, the other's origin", cross("PUT", path, APP))
                .lines(&[line::VARY])
                .ran(&["put"]),
            Case::new(RULE, "actual DELETE", cross("DELETE", path, APP))
                .lines(&[line::APP, line::VARY])
                .ran(&["delete"]),
            Case::new(RULE, "actual POST", cross("POST", path, EVIL)).lines(&[line::ANY]).ran(&["post"]),
        ]);
    }
    cases
}

fn dispatch() -> Vec<Case> {
    const RULE: &str = "static and dynamic segments dispatch as the actual requests do";
    vec![
        Case::new(RULE, "static", preflight("PUT", "/users/me", APP)).status(204).lines(&[
            line::APP,
            line::PUT,
            line::VARY_PREFLIGHT,
        ]),
        Case::new(RULE, "static, the other's origin", preflight("PUT", "/users/me", ADMIN))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
        Case::new(RULE, "static, actual", cross("PUT", "/users/me", APP))
            .lines(&[line::APP, line::VARY])
            .ran(&["me"]),
        Case::new(RULE, "dynamic", preflight("PUT", "/users/7", ADMIN)).status(204).lines(&[
            line::ADMIN,
            line::PUT,
            line::VARY_PREFLIGHT,
        ]),
        Case::new(RULE, "dynamic, the other's origin", preflight("PUT", "/users/7", APP))
            .status(403)
            .lines(&[line::VARY_PREFLIGHT]),
        Case::new(RULE, "dynamic, actual", cross("PUT", "/users/7", ADMIN))
            .lines(&[line::ADMIN, line::VARY])
            .ran(&["user"]),
        // axum does not look at a second pattern for a method that the first does not serve.
        Case::new(RULE, "a method of the dynamic one only", preflight("DELETE", "/users/me", ADMIN))
            .status(204)
            .lines(&[line::ADMIN, "access-control-allow-methods: DELETE", line::VARY_PREFLIGHT])
            .closed_on_axum(405),
        Case::new(RULE, "a method of the dynamic one only, actual", cross("DELETE", "/users/me", ADMIN))
            .lines(&[line::ADMIN, line::VARY])
            .ran(&["delete-user"])
            .closed_on_axum(405),
        Case::new(RULE, "a method of the static one only", preflight("POST", "/users/7", APP)).status(404),
        Case::new(RULE, "the rest of a path", preflight("PUT", "/files/a/b/c", APP)).status(204).lines(&[
            line::APP,
            line::PUT,
            line::VARY_PREFLIGHT,
        ]),
    ]
}

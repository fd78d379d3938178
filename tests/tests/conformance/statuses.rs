//! Whatever the status and the source of a response, its headers are those of the route's own policy, of the default
//! policy, or none. Over TCP, on each framework.

use cors_tests::framework::{App, Each, Framework};
use cors_tests::server::Server;
use cors_tests::table::{ADMIN, APP, EVIL};
use cors_tests::wire::{Request, Response, send};

/// The policy that decides.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// The route's own, which allows [`APP`].
    Annotated,
    /// The default, which allows [`ADMIN`] and exposes `etag`.
    Default,
    /// None: the route is for its own origin.
    SameOrigin,
}

/// A request, and the status of the response; `None` is a closed connection.
type Row = (&'static str, &'static str, Each<Option<u16>>);

/// Paths behind `/annotated`, `/default` and `/same-origin`.
const ROWS: &[Row] = &[
    ("GET", "/status/200", Each::same(Some(200))),
    ("GET", "/auth-err", Each::same(Some(401))),
    ("GET", "/auth-ok", Each::same(Some(401))),
    ("GET", "/status/404", Each::same(Some(404))),
    ("GET", "/status/405", Each::same(Some(405))),
    ("GET", "/status/413", Each::same(Some(413))),
    // A body that is too long.
    ("POST", "/text", Each { rocket: Some(400), ..Each::same(Some(413)) }),
    ("GET", "/status/422", Each::same(Some(422))),
    // A parameter that does not parse.
    ("GET", "/status/x", Each { actix: Some(404), rocket: Some(422), axum: Some(400) }),
    ("GET", "/status/500", Each::same(Some(500))),
    ("GET", "/failing", Each::same(Some(500))),
    ("GET", "/panic", Each { rocket: Some(500), ..Each::same(None) }),
    ("GET", "/redirect", Each::same(Some(302))),
    ("GET", "/status/304", Each::same(Some(304))),
    ("GET", "/stream", Each::same(Some(200))),
    ("HEAD", "/head", Each::same(Some(200))),
];

/// Responses outside of routes follow the default policy: unknown paths, methods that a path does not serve, a scope's
/// authentication, a catcher of the application.
const OTHERS: &[Row] = &[
    ("GET", "/nowhere", Each::same(Some(404))),
    ("HEAD", "/nowhere", Each::same(Some(404))),
    ("PUT", "/annotated/redirect", Each { axum: Some(405), ..Each::same(Some(404)) }),
    ("PUT", "/same-origin/redirect", Each { axum: Some(405), ..Each::same(Some(404)) }),
    ("GET", "/default/resource", Each { rocket: Some(404), ..Each::same(Some(405)) }),
    ("GET", "/default/locked/a", Each { rocket: Some(404), ..Each::same(Some(401)) }),
    ("GET", "/default/caught/a", Each::same(Some(404))),
];

#[test]
fn each_status_has_the_headers_of_its_policy() {
    for (framework, server) in &Framework::servers(App::Statuses) {
        check(*framework, server);
    }
}

fn check(framework: Framework, server: &Server) {
    let mut failed = Vec::new();
    let mut row = |kind: Kind, row: &Row, path: &str| {
        for origin in [Some(APP), Some(ADMIN), Some(EVIL), None] {
            let answer = send(server.address, &request(row.0, path, origin)).ok();
            let got = answer.as_ref().map(|answer| answer.status);
            let lines = answer.as_ref().map(Response::cors_lines).unwrap_or_default();
            let wanted = if got.is_some() { wanted(kind, row.0, origin) } else { Vec::new() };
            if (got, &lines) != (row.2.on(framework), &wanted) {
                failed.push(format!("{} {path} of {origin:?}: {got:?} {lines:?}, not {wanted:?}", row.0));
            }
        }
    };
    for it in ROWS {
        row(Kind::Annotated, it, &format!("/annotated{}", it.1));
        row(Kind::Default, it, &format!("/default{}", it.1));
        row(Kind::SameOrigin, it, &format!("/same-origin{}", it.1));
    }
    for it in OTHERS {
        row(Kind::Default, it, it.1);
    }
    assert!(failed.is_empty(), "{}:\n{}", framework.name(), failed.join("\n"));
}

fn request(method: &str, path: &str, origin: Option<&str>) -> Request {
    let mut request = Request::new(method, path);
    if let Some(origin) = origin {
        request = request.header("Origin", origin);
    }
    if method == "POST" {
        // More than the applications accept.
        request.body = vec![b'a'; 600];
        request = request.header("Content-Type", "text/plain");
    }
    request
}

fn wanted(kind: Kind, method: &str, origin: Option<&str>) -> Vec<String> {
    let lines: &[&str] = match (kind, origin) {
        // Not among the methods of the default policy.
        (Kind::Default, _) if method == "POST" => &[],
        (Kind::Annotated, Some(APP)) => {
            &["access-control-allow-origin: https://app.example.com", "vary: Origin"]
        }
        (Kind::Default, Some(ADMIN)) => &[
            "access-control-allow-origin: https://admin.example.com",
            "access-control-expose-headers: etag",
            "vary: Origin",
        ],
        (Kind::Annotated | Kind::Default, _) => &["vary: Origin"],
        (Kind::SameOrigin, _) => &[],
    };
    lines.iter().map(ToString::to_string).collect()
}

/// The results of preflights: path, method, and the allowed origin, if any.
const PREFLIGHTS: &[(&str, &str, Option<&str>)] = &[
    ("/annotated/redirect", "GET", Some(APP)),
    ("/default/redirect", "GET", Some(ADMIN)),
    ("/same-origin/redirect", "GET", None),
    // Served, but for the route's own origin.
    ("/annotated/part", "GET", Some(APP)),
    ("/annotated/part", "PUT", None),
    // No route serves these, so no route's own policy applies.
    ("/annotated/redirect", "PUT", Some(ADMIN)),
    ("/same-origin/redirect", "PUT", Some(ADMIN)),
    ("/nowhere", "PUT", Some(ADMIN)),
    // Not among the methods of the default policy.
    ("/nowhere", "DELETE", None),
];

#[test]
fn preflights_get_the_policy_of_their_route_or_the_default() {
    for (framework, server) in Framework::servers(App::Statuses) {
        for (path, method, allowed) in PREFLIGHTS {
            for origin in [APP, ADMIN, EVIL] {
                let request = request("OPTIONS", path, Some(origin));
                let request = request.header("Access-Control-Request-Method", method);
                let answer = send(server.address, &request).expect("an answer");
                let origins: Vec<&[u8]> = answer.values("access-control-allow-origin").collect();
                let case = format!("{framework:?}: {method} {path} of {origin}: {answer:?}");
                if *allowed == Some(origin) {
                    assert_eq!((answer.status, origins), (204, vec![origin.as_bytes()]), "{case}");
                } else {
                    let lines = answer.cors_lines();
                    assert!(answer.status >= 400, "{case}");
                    assert!(!lines.iter().any(|line| line.starts_with("access-control")), "{case}");
                }
            }
        }
    }
}

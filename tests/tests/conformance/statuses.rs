//! Whatever the status and the source of a response, its headers are those of the route's own policy, of the default
//! policy, or none. Over TCP, on each framework.

use cors_tests::apps::statuses;
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

/// A request, and the status of the response on each framework; `None` is a closed connection.
type Row = (&'static str, &'static str, [Option<u16>; 3]);

/// Paths behind `/annotated`, `/default` and `/same-origin`.
const ROWS: &[Row] = &[
    ("GET", "/status/200", [Some(200), Some(200), Some(200)]),
    ("GET", "/auth-err", [Some(401), Some(401), Some(401)]),
    ("GET", "/auth-ok", [Some(401), Some(401), Some(401)]),
    ("GET", "/status/404", [Some(404), Some(404), Some(404)]),
    ("GET", "/status/405", [Some(405), Some(405), Some(405)]),
    ("GET", "/status/413", [Some(413), Some(413), Some(413)]),
    // A body that is too long.
    ("POST", "/text", [Some(413), Some(400), Some(413)]),
    ("GET", "/status/422", [Some(422), Some(422), Some(422)]),
    // A parameter that does not parse.
    ("GET", "/status/x", [Some(404), Some(422), Some(400)]),
    ("GET", "/status/500", [Some(500), Some(500), Some(500)]),
    ("GET", "/failing", [Some(500), Some(500), Some(500)]),
    ("GET", "/panic", [None, Some(500), None]),
    ("GET", "/redirect", [Some(302), Some(302), Some(302)]),
    ("GET", "/status/304", [Some(304), Some(304), Some(304)]),
    ("GET", "/stream", [Some(200), Some(200), Some(200)]),
    ("HEAD", "/head", [Some(200), Some(200), Some(200)]),
];

/// Responses outside of routes follow the default policy: unknown paths, methods that a path does not serve, a scope's
/// authentication, a catcher of the application.
const OTHERS: &[Row] = &[
    ("GET", "/nowhere", [Some(404), Some(404), Some(404)]),
    ("HEAD", "/nowhere", [Some(404), Some(404), Some(404)]),
    ("PUT", "/annotated/redirect", [Some(404), Some(404), Some(405)]),
    ("PUT", "/same-origin/redirect", [Some(404), Some(404), Some(405)]),
    ("GET", "/default/resource", [Some(405), Some(404), Some(405)]),
    ("GET", "/default/locked/a", [Some(401), Some(404), Some(401)]),
    ("GET", "/default/caught/a", [Some(404), Some(404), Some(404)]),
];

#[test]
fn each_status_has_the_headers_of_its_policy_on_actix_web() {
    check(&Server::actix_app(statuses::actix::app), |row| row.2[0]);
}

#[test]
fn each_status_has_the_headers_of_its_policy_on_axum() {
    check(&Server::axum(statuses::axum::app), |row| row.2[2]);
}

#[test]
fn each_status_has_the_headers_of_its_policy_on_rocket() {
    check(&Server::rocket(statuses::rocket::rocket), |row| row.2[1]);
}

fn check(server: &Server, status: impl Fn(&Row) -> Option<u16>) {
    let mut failed = Vec::new();
    let mut row = |kind: Kind, row: &Row, path: &str| {
        for origin in [Some(APP), Some(ADMIN), Some(EVIL), None] {
            let answer = send(server.address, &request(row.0, path, origin)).ok();
            let got = answer.as_ref().map(|answer| answer.status);
            let lines = answer.as_ref().map(Response::cors_lines).unwrap_or_default();
            let wanted = if got.is_some() { wanted(kind, row.0, origin) } else { Vec::new() };
            if (got, &lines) != (status(row), &wanted) {
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
    assert!(failed.is_empty(), "{}", failed.join("\n"));
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
    for (name, server) in [
        ("actix-web", Server::actix_app(statuses::actix::app)),
        ("Rocket", Server::rocket(statuses::rocket::rocket)),
        ("axum", Server::axum(statuses::axum::app)),
    ] {
        for (path, method, allowed) in PREFLIGHTS {
            for origin in [APP, ADMIN, EVIL] {
                let request = request("OPTIONS", path, Some(origin));
                let request = request.header("Access-Control-Request-Method", method);
                let answer = send(server.address, &request).expect("an answer");
                let origins: Vec<&[u8]> = answer.values("access-control-allow-origin").collect();
                let case = format!("{name}: {method} {path} of {origin}: {answer:?}");
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

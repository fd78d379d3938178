//! Expensive requests: each gets a response in time, none gets CORS headers, and the next request works.

use std::io;
use std::io::ErrorKind::{ConnectionReset, UnexpectedEof};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use cors_tests::apps;
use cors_tests::counters::watch;
use cors_tests::framework::{App, Framework};
use cors_tests::server::Server;
use cors_tests::table::{APP, EVIL, cross, preflight};
use cors_tests::wire::{self, PATIENCE, Request, Response, http2, send_bytes};

use crate::send;

#[test]
fn hostile_requests_open_nothing() {
    for (framework, server) in &Framework::servers(App::Table) {
        assault(*framework, server, wire::send);
    }
}

/// Over HTTP/2 the framework accepts 16 MiB of headers.
#[test]
fn hostile_requests_open_nothing_on_actix_web_over_http2() {
    assault(Framework::Actix, &Server::actix_with_http2(apps::actix::configure), http2::send);
}

#[test]
fn hostile_requests_open_nothing_on_axum_over_http2() {
    let send = |server, request: &Request| match http2::send(server, request) {
        // hyper closes the connection for a head that is much longer than 16 KiB.
        Err(_closed) if request.to_bytes().len() > 60_000 => {
            Ok(Response { status: 431, headers: Vec::new(), body: Vec::new() })
        }
        answer => answer,
    };
    assault(Framework::Axum, &Framework::Axum.server(App::Table), send);
}

fn assault(
    framework: Framework,
    server: &Server,
    send: impl Fn(SocketAddr, &Request) -> io::Result<Response>,
) {
    // Alone, because the counters are per process.
    let send = |request: &Request| watch(|| send(server.address, request)).0;
    let normal = send(&full(APP)).unwrap();
    assert_eq!(normal.status, 204);
    let mut wrong = Vec::new();
    for (name, request, allowed) in requests() {
        let start = Instant::now();
        match send(&request) {
            Ok(response) if right(&response, allowed, &normal) && start.elapsed() < PATIENCE => {}
            answer => wrong.push(format!("{name}: {answer:?} after {:?}", start.elapsed())),
        }
        let next = send(&full(APP)).unwrap();
        if (next.status, next.cors_lines()) != (204, normal.cors_lines()) {
            wrong.push(format!("the request after {name}: {next:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", framework.name(), wrong.join("\n"));
}

/// Reports whether the response has no CORS headers or, for an allowed origin, the normal ones, and no server error.
fn right(response: &Response, allowed: bool, normal: &Response) -> bool {
    let access = response.cors_lines().iter().any(|line| line.starts_with("access-"));
    match response.status {
        400 | 404 | 405 | 413 | 414 | 431 => !access,
        204 => allowed && response.cors_lines() == normal.cors_lines(),
        200 | 403 => !access && !allowed,
        _ => false,
    }
}

fn full(origin: impl AsRef<[u8]>) -> Request {
    preflight("PUT", "/full", origin)
}

/// Returns names and requests, and whether the origin is allowed.
fn requests() -> Vec<(String, Request, bool)> {
    let mut requests: Vec<(String, Request, bool)> = Vec::new();
    let mut add = |name: &str, request, allowed| requests.push((name.to_owned(), request, allowed));
    for (name, origin) in origins() {
        add(name, full(&origin), false);
        add(name, cross("GET", "/list", &origin), false);
    }
    for (name, lines) in requested_headers() {
        for (origin, allowed) in [(APP, true), (EVIL, false)] {
            let names = lines
                .iter()
                .fold(full(origin), |request, line| request.header("Access-Control-Request-Headers", line));
            add(name, names, allowed);
        }
    }
    for (name, method) in [("64 KiB of method", "P".repeat(64 << 10)), ("commas", "PUT,".repeat(10_000))] {
        add(name, preflight(method, "/full", APP), false);
    }
    let lines = |count: usize, name: &str, value: &str| {
        (0..count).fold(Request::new("OPTIONS", "/full"), |request, _| request.header(name, value))
    };
    add("1024 lines of Origin", lines(1024, "Origin", APP), false);
    add("50 lines of Origin", lines(50, "Origin", APP).header("Access-Control-Request-Method", "PUT"), false);
    add(
        "50 requested methods",
        lines(50, "Access-Control-Request-Method", "PUT").header("Origin", APP),
        false,
    );
    requests
}

fn origins() -> Vec<(&'static str, Vec<u8>)> {
    let long = |start: &str, unit: &str, count: usize, end: &str| {
        [start.as_bytes(), unit.repeat(count).as_bytes(), end.as_bytes()].concat()
    };
    vec![
        ("1 MiB of Origin", long("https://", "a", 1 << 20, ".example.com")),
        ("1 MiB of labels", long("https://", "a.", 1 << 19, "example.com")),
        ("60 KiB of labels", long("https://", "a.", 30 << 10, "example.com")),
        ("8 KiB of labels", long("https://", "a.", 4 << 10, "example.com")),
        ("60 KiB behind an allowed origin", long(APP, "x", 60 << 10, "")),
        ("20 KiB of port", long("https://app.example.com:", "4", 20 << 10, "")),
        ("20 KiB of colons", long("", ":", 20 << 10, "")),
        ("20 KiB of brackets", long("https://", "[", 20 << 10, "]")),
        ("20 KiB of spaces", long("https://a", " ", 20 << 10, "b")),
        ("20 KiB beyond ASCII", vec![0xe4; 20 << 10]),
        ("20 KiB of TAB", long("a", "\t", 20 << 10, "b")),
    ]
}

fn requested_headers() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("120000 commas", vec![",".repeat(120_000)]),
        ("20000 commas", vec![",".repeat(20_000)]),
        ("x, 120000 spaces, x", vec![format!("x{}x", " ".repeat(120_000))]),
        ("x, 20000 spaces, x", vec![format!("x{}x", " ".repeat(20_000))]),
        ("30000 repeats of an allowed name", vec!["x-a,".repeat(30_000)]),
        ("5000 repeats of an allowed name", vec!["x-a,".repeat(5_000)]),
        ("12000 distinct names", vec![(0..12_000).map(|n| format!("x-{n}")).collect::<Vec<_>>().join(",")]),
        ("2000 distinct names", vec![(0..2_000).map(|n| format!("x-{n}")).collect::<Vec<_>>().join(",")]),
        ("1024 empty lines", vec![String::new(); 1024]),
        ("50 empty lines", vec![String::new(); 50]),
        ("one name of 1 MiB", vec!["a".repeat(1 << 20)]),
        ("1 MiB of commas", vec![",".repeat(1 << 20)]),
        ("1 MiB of names", vec!["x-a,".repeat(1 << 18)]),
        ("1 MiB in 4096 lines", vec!["x-a,".repeat(1 << 6); 1 << 12]),
        ("one name of 20 KiB", vec!["a".repeat(20 << 10)]),
    ]
}

/// A request that never ends delays no other request.
#[test]
fn a_slow_request_holds_up_nobody() {
    for (framework, server) in Framework::servers(App::Table) {
        let start = b"OPTIONS /full HTTP/1.1\r\nHost: test\r\nOrigin: https://app.exam";
        std::thread::scope(|scope| {
            let slow = scope.spawn(|| send_bytes(server.address, start, false));
            std::thread::sleep(Duration::from_millis(100));
            assert_eq!(send(&server, &full(APP)).unwrap().status, 204);
            assert!(slow.join().unwrap().is_err(), "{framework:?}");
        });
    }
}

/// Requests that are invalid HTTP, or use a form of target that no route has.
#[test]
fn odd_requests_get_no_header() {
    let headers = "Host: test\r\nConnection: close\r\nAccess-Control-Request-Method: PUT\r\n";
    let odd = [
        (
            "a folded line",
            format!("GET /plain HTTP/1.1\r\n{headers}Origin: https://app.\r\n example.com\r\n\r\n"),
        ),
        ("a space before the colon", format!("GET /plain HTTP/1.1\r\n{headers}Origin : {APP}\r\n\r\n")),
        ("no colon", format!("GET /plain HTTP/1.1\r\n{headers}Origin {APP}\r\n\r\n")),
        ("a bare carriage return", format!("GET /plain HTTP/1.1\r\n{headers}Origin: {APP}\r.evil\r\n\r\n")),
        ("OPTIONS *", format!("OPTIONS * HTTP/1.1\r\n{headers}Origin: {APP}\r\n\r\n")),
        ("a method in lower case", format!("options /full HTTP/1.1\r\n{headers}Origin: {APP}\r\n\r\n")),
        ("no target", format!("OPTIONS  HTTP/1.1\r\n{headers}Origin: {APP}\r\n\r\n")),
    ];
    for (framework, server) in Framework::servers(App::Table) {
        for (name, bytes) in &odd {
            let response = match watch(|| send_bytes(server.address, bytes.as_bytes(), false)).0 {
                Ok(response) => response,
                // Some of these close the connection without a response.
                Err(error) if matches!(error.kind(), UnexpectedEof | ConnectionReset) => continue,
                Err(error) => panic!("{framework:?}, {name}: {error}"),
            };
            let access = response.cors_lines().iter().any(|line| line.starts_with("access-"));
            assert!(!access && response.status != 500, "{framework:?}, {name}: {response:?}");
        }
        assert_eq!(send(&server, &full(APP)).unwrap().status, 204);
    }
}

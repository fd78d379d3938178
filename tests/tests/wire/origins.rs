//! Every row of `origins.json` as a request, to handlers with the row's list.

use cors_core::{AllowMethods, Decision, FieldLines, Policy, Request as Asked};
use cors_oracle::corpus::{OnTheWire, OriginRow, Verdict, origin_lists, origin_rows};
use cors_tests::apps::vectors;
use cors_tests::framework::{App, Framework};
use cors_tests::server::Server;
use cors_tests::wire::{Request, Response};

use crate::send;

#[test]
fn every_origin_is_decided_as_its_vector_says() {
    for (framework, server) in &Framework::servers(App::Vectors) {
        run(*framework, server);
    }
}

/// Runs every row.
fn run(framework: Framework, server: &Server) {
    let drops = framework.drops_what_is_no_text();
    let lists = origin_lists();
    let mut wrong = Vec::new();
    for row in origin_rows() {
        let path = vectors::list_path(lists.iter().position(|list| *list == row.origins).unwrap());
        let mut actual = Request::new("GET", &path);
        let mut preflight = Request::new("OPTIONS", &path).header("Access-Control-Request-Method", "PUT");
        for line in &row.lines {
            actual = actual.header("Origin", line);
            preflight = preflight.header("Origin", line);
        }
        let actual = send(server, &actual).unwrap_or_else(|error| panic!("{row:?}: {error}"));
        let preflight = send(server, &preflight).unwrap_or_else(|error| panic!("{row:?}: {error}"));
        if !(fits(&row, &actual, false, drops) && fits(&row, &preflight, true, drops)) {
            wrong.push(format!("{row:?}: {actual:?} {preflight:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}, {} rows:\n{}", framework.name(), wrong.len(), wrong.join("\n"));
}

fn fits(row: &OriginRow, response: &Response, preflight: bool, drops: bool) -> bool {
    let allow_origin: Vec<_> = response.values("access-control-allow-origin").collect();
    match (arrives(row, drops), response.status) {
        // A server need not read such long lines.
        (_, 400 | 431) => {
            let long = row.lines.iter().any(|line| line.len() > 4096);
            (long || row.on_the_wire == OnTheWire::Rejected) && response.cors_lines().is_empty()
        }
        (None, 404) => preflight && allow_origin.is_empty(),
        (None, status) => status == 200 && (allow_origin == [b"*"]) == (row.origins == ["*"]),
        (Some(Verdict::Refuse), status) => {
            let access = response.cors_lines().iter().any(|line| line.starts_with("access-"));
            !access && status == if preflight { 403 } else { 200 }
        }
        (Some(Verdict::Accept(origin)), status) => {
            allow_origin == [origin.as_slice()] && status == if preflight { 204 } else { 200 }
        }
    }
}

/// Returns the expected verdict for the lines as they arrive; `None` if none arrives.
fn arrives(row: &OriginRow, drops: bool) -> Option<Verdict> {
    let dropped = |line: &Vec<u8>| drops && std::str::from_utf8(line).is_err();
    let arriving: Vec<Vec<u8>> = row.lines.iter().filter(|line| !dropped(line)).cloned().collect();
    match row.on_the_wire {
        OnTheWire::Same if arriving == row.lines => return Some(row.verdict.clone()),
        OnTheWire::Same if arriving.is_empty() => return None,
        OnTheWire::Same | OnTheWire::Trimmed => {}
        // A line feed ends the line. The rest is a line of its own.
        OnTheWire::Rejected => {}
    }
    let lines: Vec<Vec<u8>> = arriving.iter().map(|line| first_line(line).trim_ascii().to_vec()).collect();
    Some(decided(row, &lines))
}

fn first_line(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| *byte == b'\n').next().unwrap_or_default()
}

/// Returns the decision without a server.
fn decided(row: &OriginRow, lines: &[Vec<u8>]) -> Verdict {
    let policy = Policy::builder().origins(row.origins.clone()).build().unwrap();
    let request = Asked {
        method: b"GET",
        origin: lines.iter().map(Vec::as_slice).collect::<FieldLines<'_>>(),
        ..Asked::default()
    };
    match policy.decide(AllowMethods::SAFELISTED, &request) {
        Decision::Decorate(headers) if headers.iter().next().is_some() => Verdict::Accept(lines[0].clone()),
        _ => Verdict::Refuse,
    }
}

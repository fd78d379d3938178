//! Simultaneous requests: many at once, and many through one cache.

use std::collections::HashMap;

use cors_tests::counters::watch;
use cors_tests::framework::{App, Framework};
use cors_tests::server::Server;
use cors_tests::table::{ADMIN, APP, EVIL};
use cors_tests::wire::{Request, Response, send};

fn request(path: &str, origin: Option<&str>) -> Request {
    let request = Request::new("GET", path);
    origin.map_or(request.clone(), |origin| request.header("Origin", origin))
}

/// Handlers that write headers themselves change only their own response (AT-40).
#[test]
fn threads_do_not_see_each_other() {
    let cases = [
        ("/any", Some(EVIL), vec!["access-control-allow-origin: *", "access-control-expose-headers: etag"]),
        ("/plain", Some(APP), vec!["access-control-allow-origin: https://app.example.com", "vary: Origin"]),
        ("/plain", Some(EVIL), vec!["vary: Origin"]),
        ("/stray/list", Some(EVIL), vec!["vary: Origin"]),
        ("/stray/bare", Some(APP), vec!["access-control-allow-origin: *"]),
        ("/own", Some(APP), vec![]),
        ("/vary/star", None, vec!["vary: *"]),
        (
            "/subdomains",
            Some("https://a.example.com"),
            vec!["access-control-allow-origin: https://a.example.com", "vary: Origin"],
        ),
    ];
    let storm = |framework: Framework, server: &Server, start: usize| {
        for (path, origin, lines) in cases.iter().cycle().skip(start).take(100) {
            let response = send(server.address, &request(path, *origin)).unwrap();
            assert_eq!(response.cors_lines(), *lines, "{framework:?} {path} {origin:?}");
        }
    };
    watch(|| {
        for (framework, server) in &Framework::servers(App::Table) {
            std::thread::scope(|scope| {
                for start in 0..cases.len() {
                    scope.spawn(move || storm(*framework, server, start));
                }
            });
        }
    });
}

/// A cache that implements `Vary` (RFC 9111, section 4.1), and nothing else.
#[derive(Default)]
struct Cache(HashMap<String, Vec<(Request, Response)>>);

impl Cache {
    fn get(&mut self, server: &Server, request: &Request) -> Response {
        let stored = self.0.entry(request.target.clone()).or_default();
        if let Some((_, response)) =
            stored.iter().find(|(earlier, response)| fits(response, earlier, request))
        {
            return response.clone();
        }
        let response = send(server.address, request).unwrap();
        stored.push((request.clone(), response.clone()));
        response
    }
}

fn fits(response: &Response, earlier: &Request, later: &Request) -> bool {
    let line = |request: &Request, name: &str| -> Vec<Vec<u8>> {
        let lines = request.headers.iter().filter(|line| line.0.eq_ignore_ascii_case(name.as_bytes()));
        lines.map(|line| line.1.clone()).collect()
    };
    let names: Vec<String> =
        response.values("vary").map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    let mut names = names.iter().flat_map(|line| line.split(',')).map(str::trim);
    names.all(|name| name != "*" && line(earlier, name) == line(later, name))
}

#[test]
fn a_shared_cache_changes_nothing() {
    let origins = [None, Some(APP), Some(ADMIN), Some(EVIL), Some("null")];
    let paths = [
        "/list",
        "/plain",
        "/any",
        "/own",
        "/bare",
        "/subdomains",
        "/vary/two",
        "/vary/star",
        "/out/missing",
    ];
    watch(|| {
        for (framework, server) in &Framework::servers(App::Table) {
            for first in 0..origins.len() {
                let mut cache = Cache::default();
                for path in paths {
                    for turn in 0..origins.len() {
                        let request = request(path, origins[(first + turn) % origins.len()]);
                        let cached = cache.get(server, &request).cors_lines();
                        let fresh = send(server.address, &request).unwrap().cors_lines();
                        assert_eq!(cached, fresh, "{framework:?} {path} {request:?}");
                    }
                }
            }
        }
    });
}

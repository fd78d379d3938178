//! Authentication around routes: preflights carry no credentials, and a refusal has to be readable.

mod app;

use cors_tests::counters::watch;
use cors_tests::server::Server;
use cors_tests::table::{self, APP, EVIL, cross};
use cors_tests::wire::{Request, Response, send};

const ALLOWED: &str = "access-control-allow-origin: https://app.example.com";

fn preflight(method: &str, path: &str, origin: &str) -> Request {
    table::preflight(method, path, origin).header("Access-Control-Request-Headers", "authorization")
}

/// Returns the response, and the names of the code that ran.
fn ask(server: &Server, request: &Request) -> (Response, Vec<&'static str>) {
    let (answer, ran) = watch(|| send(server.address, request));
    (answer.expect("an answer"), ran)
}

fn has_cors_headers(response: &Response) -> bool {
    response.cors_lines().iter().any(|line| line.starts_with("access-control"))
}

#[test]
fn a_preflight_passes_by_and_the_request_does_not() {
    let server = Server::actix_app(app::app);
    for scope in ["/by-hand", "/httpauth", "/twice", "/inside"] {
        let path = format!("{scope}/users/7");
        let (answer, ran) = ask(&server, &preflight("PUT", &path, APP));
        assert_eq!((answer.status, ran), (204, vec![]), "{path}");
        assert_eq!(
            answer.cors_lines(),
            [
                "access-control-allow-headers: authorization",
                "access-control-allow-methods: PUT",
                ALLOWED,
                "vary: Origin, Access-Control-Request-Method",
            ],
            "{path}"
        );
        let (refused, ran) = ask(&server, &preflight("PUT", &path, EVIL));
        assert_eq!((refused.status, has_cors_headers(&refused), ran), (403, false, vec![]), "{path}");

        let (unknown, ran) = ask(&server, &cross("PUT", &path, APP));
        assert_eq!((unknown.status, ran), (401, vec![]), "{path}");
        assert!(unknown.cors_lines().iter().any(|line| line == ALLOWED), "{path}: scripts can read it");
        let (known, ran) =
            ask(&server, &cross("PUT", &path, APP).header("Authorization", "Bearer let-me-in"));
        assert_eq!((known.status, ran), (200, vec!["update"]), "{path}");
        assert!(known.cors_lines().iter().any(|line| line == ALLOWED), "{path}");
    }
}

#[test]
fn what_only_looks_like_a_preflight_is_refused_and_runs_nothing() {
    let server = Server::actix_app(app::app);
    for path in [
        "/bare/options",
        "/bare/any",
        "/bare/resource",
        "/bare/extractor",
        "/bare/sub/nowhere",
        "/bare/nowhere",
        // A method that the handler restricts to its own origin.
        "/bare/part",
        "/bare/closed",
    ] {
        for method in ["PUT", "GET", "OPTIONS", "DELETE", "put", "\u{ff}"] {
            let (answer, ran) = ask(&server, &preflight(method, path, APP));
            let got = (answer.status, has_cors_headers(&answer), ran);
            assert_eq!(got, (403, false, vec![]), "{method} {path}: {answer:?}");
        }
        // A plain `OPTIONS` does not pass without credentials either.
        for request in [cross("OPTIONS", path, APP), Request::new("OPTIONS", path)] {
            let (answer, ran) = ask(&server, &request);
            assert_eq!((answer.status, ran), (401, vec![]), "{path}");
        }
    }
}

#[test]
fn with_credentials_they_run_but_for_preflights() {
    let server = Server::actix_app(app::app);
    let token = |request: Request| request.header("Authorization", "Bearer let-me-in");
    for (path, name) in [
        ("/bare/options", "options"),
        ("/bare/any", "any"),
        ("/bare/resource", "resource"),
        ("/bare/nowhere", "default"),
        ("/bare/sub/nowhere", "sub-default"),
    ] {
        let (answer, ran) = ask(&server, &token(cross("OPTIONS", path, APP)));
        assert_eq!((answer.status, ran), (200, vec![name]), "{path}");
        let (answer, ran) = ask(&server, &token(preflight("PUT", path, APP)));
        assert_eq!((answer.status, ran), (403, vec![]), "{path}");
    }
}

#[test]
fn middleware_that_routes_later_hides_the_routes() {
    let server = Server::actix_app(app::app);
    let (answer, ran) = ask(&server, &preflight("PUT", "/late/users/7", APP));
    assert_eq!((answer.status, has_cors_headers(&answer), ran), (403, false, vec![]));
}

/// Only what is a preflight where it is routed passes authentication.
#[test]
fn a_preflight_that_becomes_another_request_is_refused() {
    let server = Server::actix_app(app::app);
    let request = preflight("PUT", "/overridden/users/7", APP);
    let (answer, ran) = ask(&server, &request.clone().header("X-HTTP-Method-Override", "PUT"));
    assert_eq!((answer.status, has_cors_headers(&answer), ran), (403, false, vec![]));
    let (answer, ran) = ask(&server, &request);
    assert_eq!((answer.status, has_cors_headers(&answer), ran), (204, true, vec![]));
}

#[test]
fn a_default_around_does_not_answer_what_it_cannot_see() {
    let server = Server::actix_app(app::app);
    for path in [
        "/default/any",
        "/default/nowhere",
        "/default/options",
        "/default/extractor",
        "/default/closed",
        "/default/part",
        // Behind middleware that routes later.
        "/hidden/closed",
        "/hidden/any",
    ] {
        let (closed, ran) = ask(&server, &preflight("PUT", path, APP));
        assert_eq!((closed.status, has_cors_headers(&closed), ran), (403, false, vec![]), "{path}");
    }
    // Without `SkipPreflight` in between, the default policy cannot see that the preflight was refused.
    let (answer, ran) = ask(&server, &preflight("PUT", "/plain/any", APP));
    assert_eq!((answer.status, has_cors_headers(&answer), ran), (204, true, vec![]));
}

#[test]
fn a_request_that_is_sent_on_twice_is_asked_twice() {
    let server = Server::actix_app(app::app_that_falls_back);
    let (answer, ran) = ask(&server, &preflight("PUT", "/api/users/7", EVIL));
    assert_eq!((answer.status, ran), (403, vec![]));
    let (answer, ran) = ask(&server, &preflight("PUT", "/api/users/7", APP));
    assert_eq!((answer.status, ran), (204, vec![]));
}

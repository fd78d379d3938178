//! A framework without an adapter of ours: requests of the `http` crate, and a hand-written router. [`serve`] does the work of an adapter;
//! CONTRIBUTING explains it step by step.

use std::fmt::Display;
use std::future::Ready;

use cors_actix::{Policy, policy};
use cors_core::__adapter::{Adapter, HttpHead, Level, MaybeReady, Owner, PredicateResult};
use cors_core::__private::{Endpoint, Enforce, PolicySource};
use cors_core::Request;
use cors_core::http::HttpDecision;
use cors_tests::counters::{ran, watch};
use cors_tests::framework::Framework;
use cors_tests::table::{Case, cases};
use cors_tests::wire::Response;
use http::StatusCode;

use crate::check::{report, wrong};

#[derive(Debug)]
struct SmallestAdapter;

impl Adapter for SmallestAdapter {
    type Request<'q> = http::Request<Vec<u8>>;
    type PredicateFuture<'r> = Ready<PredicateResult>;

    const MIDDLEWARE: &'static str = "middleware";

    fn logs_debug() -> bool {
        false
    }

    fn log(level: Level, line: &dyn Display) {
        panic!("{level:?}: {line}");
    }
}

struct Route {
    method: &'static str,
    path: &'static str,
    endpoint: Endpoint,
    /// The names of the guards and the handler that run, and the body of the response; if that is empty, the request's
    /// body.
    handler: (&'static [&'static str], &'static str),
}

fn serve(routes: &[Route], request: &http::Request<Vec<u8>>) -> http::Response<String> {
    let head = HttpHead::from(request);
    let cors_request = Request::of(head);
    // A preflight belongs to the route that serves the requested method, every other request to its own route.
    let mut of_path = routes.iter().filter(|route| route.path == request.uri().path());
    let is_for = |route: &&Route| match cors_request.is_preflight() {
        true => route.endpoint.preflight_policy(&cors_request).is_some(),
        false => route.method == request.method(),
    };
    let Some(route) = of_path.find(is_for) else { return respond(StatusCode::NOT_FOUND, "") };
    let owner = Owner::Route(&route.endpoint, route.path);
    let step = owner.step(owner.policy(), head);
    let decision = match step.call::<SmallestAdapter>(request) {
        MaybeReady::Ready(decision) => decision,
        MaybeReady::Pending(_) => unreachable!("no predicate is async"),
    };
    owner.log_explanation::<SmallestAdapter>(head, &decision);
    match owner.http_decision(decision, head) {
        HttpDecision::Respond(response) => response.map(|()| String::new()),
        HttpDecision::Decorate(mut decoration) => {
            let (names, body) = route.handler;
            names.iter().for_each(|name| ran(name));
            let body = if body.is_empty() { str::from_utf8(request.body()).unwrap() } else { body };
            let mut response = respond(StatusCode::OK, body);
            owner.decorate::<SmallestAdapter>(&mut decoration, response.headers_mut());
            response
        }
    }
}

fn respond(status: StatusCode, body: &str) -> http::Response<String> {
    let mut response = http::Response::new(body.to_owned());
    *response.status_mut() = status;
    response
}

static LIST: Policy = policy!(
    origins = ["https://app.example.com", "https://admin.example.com", "http://localhost:3000"],
    expose_headers = ["etag", "x-total"],
    credentials = true,
);
static FULL: Policy = policy!(
    origins = ["https://app.example.com", "https://admin.example.com"],
    allow_headers = ["content-type", "x-a"],
    expose_headers = ["etag", "x-total"],
    credentials = true,
    max_age = "10m",
);
static PLAIN: Policy = policy!(origins = ["https://app.example.com"]);
static SUBDOMAINS: Policy = policy!(origins = ["https://*.example.com"]);
static PORTS: Policy = policy!(origins = ["http://localhost:*"]);
static ANY: Policy = policy!(origins = "*", expose_headers = ["etag"]);
static ANY_PUT: Policy = policy!(origins = "*", allow_headers = ["content-type"], expose_headers = ["etag"]);
static OWN: Policy = Policy::SAME_ORIGIN;
static PAIR: Policy = policy!(origins = ["https://admin.example.com"], allow_headers = ["x-put"]);
static ANY_PLAIN: Policy = policy!(origins = "*");

fn routes() -> Vec<Route> {
    let enforced = |method, names| Route {
        method,
        path: "/enforced/all",
        endpoint: Endpoint::from_source(PolicySource::Static(&PLAIN), method, true)
            .with_enforce(Enforce::AllMethods),
        handler: (names, ""),
    };
    let route = |method, path, policy, names, body| Route {
        method,
        path,
        endpoint: Endpoint::from_source(PolicySource::Static(policy), method, true),
        handler: (names, body),
    };
    vec![
        route("GET", "/list", &LIST, &["guard", "list"], "list"),
        route("PUT", "/full", &FULL, &["guard", "full"], ""),
        route("GET", "/plain", &PLAIN, &["plain"], "plain"),
        route("PUT", "/plain-put", &PLAIN, &["plain-put"], ""),
        route("GET", "/subdomains", &SUBDOMAINS, &["subdomains"], ""),
        route("PUT", "/sub", &SUBDOMAINS, &["sub"], ""),
        route("GET", "/ports", &PORTS, &["ports"], ""),
        route("GET", "/any", &ANY, &["any"], ""),
        route("PUT", "/any", &ANY_PUT, &["any-put"], ""),
        route("GET", "/own", &OWN, &["own"], ""),
        route("PUT", "/own", &OWN, &["own-put"], ""),
        route("PUT", "/pair", &PAIR, &["put"], ""),
        route("DELETE", "/pair", &PLAIN, &["delete"], ""),
        route("POST", "/pair", &ANY_PLAIN, &["post"], ""),
        enforced("GET", &["guard", "read"]),
        enforced("POST", &["guard", "post"]),
        enforced("OPTIONS", &["guard", "options"]),
    ]
}

/// Returns the rows that this framework can express: their path is one of these routes, and actix-web and Rocket
/// agree.
fn rows(routes: &[Route]) -> Vec<Case> {
    let has_form = |case: &Case| {
        let path = case.request.target.split('?').next();
        let is_here = routes.iter().any(|route| Some(route.path) == path);
        is_here && !case.raw && case.expect(Framework::Actix) == case.expect(Framework::Rocket)
    };
    cases().into_iter().filter(has_form).collect()
}

#[test]
fn a_framework_of_sixty_lines_keeps_the_rules() {
    let routes = routes();
    for route in &routes {
        assert!(Owner::Route(&route.endpoint, route.path).can_start::<SmallestAdapter>());
    }
    let mut failed = Vec::new();
    for case in rows(&routes) {
        let Ok(expect) = case.expect(Framework::Actix) else { continue };
        let (response, ran) = watch(|| serve(&routes, &case.request.to_http()));
        let head = Response::new(response.status().as_u16(), response.headers());
        let got = Response { body: response.into_body().into_bytes(), ..head };
        failed.extend(wrong("the smallest adapter", &case, &expect, Some(&got), &ran));
    }
    report(&failed);
}

/// Every route is reached by a row.
#[test]
fn every_route_of_the_smallest_adapter_has_rows() {
    let routes = routes();
    let rows = rows(&routes);
    for route in &routes {
        let mut of_route = rows.iter().filter(|case| case.request.target.starts_with(route.path));
        assert!(of_route.next().is_some(), "{} {}", route.method, route.path);
    }
}

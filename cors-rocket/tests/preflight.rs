//! Preflights and their responses.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test"
)]

#[macro_use]
mod common;

use common::{ANY, APP, EVIL, FULL, OTHER, OTHERS, OWN, both_orders, build, client, preflight, send};
use rocket::http::{Header, Method};
use rocket::request::{FromRequest, Outcome};
use rocket::{Request, get, head, options, post, put, routes};

annotated! { &FULL, "GET, HEAD"; #[get("/users/<_>")] fn read() -> &'static str { "user" } }
annotated! { &OTHERS, "PUT"; #[put("/users/<_>")] fn write() -> &'static str { "written" } }
annotated! { &OTHERS, "GET, HEAD"; #[get("/users/me")] fn me() -> &'static str { "me" } }
annotated! { &ANY, "GET, HEAD"; #[get("/public")] fn public() -> &'static str { "public" } }
annotated! { &OWN, "GET, HEAD"; #[get("/own")] fn own() -> &'static str { "own" } }

#[get("/users/me")]
fn bare_me() -> &'static str {
    "bare me"
}

#[get("/users/<_>", rank = 20)]
fn bare_user() -> &'static str {
    "bare user"
}

#[options("/<_..>")]
fn catch_all() -> &'static str {
    "catch-all"
}

/// Returns the status and the allowed origin.
fn answer(
    client: &rocket::local::blocking::Client,
    path: &str,
    origin: &'static str,
    method: &'static str,
) -> (u16, Option<String>) {
    let seen = preflight(client, path, origin, method);
    (seen.status, seen.allowed().map(str::to_owned))
}

fn ok(origin: &str) -> (u16, Option<String>) {
    (204, Some(origin.to_owned()))
}

const REFUSED: (u16, Option<String>) = (403, None);
const NOT_FOUND: (u16, Option<String>) = (404, None);

#[test]
fn handlers_of_one_path_keep_their_policies() {
    for client in both_orders(routes![read, write]) {
        assert_eq!(answer(&client, "/users/1", APP, "GET"), ok(APP));
        assert_eq!(answer(&client, "/users/1", OTHER, "GET"), REFUSED);
        assert_eq!(answer(&client, "/users/1", OTHER, "PUT"), ok(OTHER));
        assert_eq!(answer(&client, "/users/1", APP, "PUT"), REFUSED);
        let methods = preflight(&client, "/users/1", OTHER, "PUT").cors;
        assert!(methods.contains(&"access-control-allow-methods: PUT".to_owned()), "{methods:?}");
    }
}

#[test]
fn any_origin_needs_no_vary() {
    let client = client(build().mount("/", routes![public]));
    let seen = preflight(&client, "/public", EVIL, "GET");
    assert_eq!(
        (seen.status, seen.headers()),
        (204, vec!["access-control-allow-methods: GET, HEAD", "access-control-allow-origin: *"])
    );
}

#[test]
fn same_origin_refuses() {
    let client = client(build().mount("/", routes![own]));
    let seen = preflight(&client, "/own", APP, "GET");
    assert_eq!((seen.status, seen.headers()), (403, vec![]));
}

#[test]
fn a_wildcard_repeats_the_origin() {
    let endpoint: &'static _ =
        Box::leak(Box::new(cors_rocket::__private::Endpoint::from_checked(common::wildcard(), "GET, HEAD")));
    let route = cors_rocket::__private::annotate(bare_me {}.into_info(), "me", endpoint);
    let client = client(build().mount("/", [route]));
    assert_eq!(answer(&client, "/users/me", OTHER, "GET"), ok(OTHER));
    assert_eq!(send(client.get("/users/me"), Some(OTHER)).allowed(), Some(OTHER));
    assert_eq!(answer(&client, "/users/me", EVIL, "GET"), REFUSED);
}

#[test]
fn other_methods_and_paths_are_rockets() {
    for client in both_orders(routes![read, write]) {
        for (path, method) in [
            ("/users/1", "DELETE"),
            ("/users/1", "get"),
            ("/users/1", ""),
            ("/users/1", "PUT, GET"),
            ("/users", "GET"),
            ("/nowhere", "GET"),
        ] {
            let seen = preflight(&client, path, APP, method);
            assert_eq!((seen.status, seen.headers()), (404, vec![]), "{path} {method}");
        }
        let twice = client.req(Method::Options, "/users/1").header(Header::new("Origin", APP));
        let twice = twice.header(Header::new("Access-Control-Request-Method", "GET"));
        let twice = twice.header(Header::new("Access-Control-Request-Method", "GET"));
        assert_eq!(common::seen(twice.dispatch()).status, 404);
    }
}

#[test]
fn static_segments_come_first() {
    for client in both_orders(routes![read, me]) {
        assert_eq!(answer(&client, "/users/me", OTHER, "GET"), ok(OTHER));
        assert_eq!(answer(&client, "/users/me", APP, "GET"), REFUSED);
        assert_eq!(answer(&client, "/users/1", APP, "GET"), ok(APP));
    }
}

#[test]
fn an_unannotated_neighbour_is_not_answered_for() {
    for client in both_orders(routes![read, bare_me]) {
        assert_eq!(answer(&client, "/users/me", APP, "GET"), NOT_FOUND);
        assert_eq!(answer(&client, "/users/me", APP, "HEAD"), NOT_FOUND);
        assert_eq!(answer(&client, "/users/1", APP, "GET"), ok(APP));
    }
    for client in both_orders(routes![me, bare_user]) {
        assert_eq!(answer(&client, "/users/me", OTHER, "GET"), ok(OTHER));
        assert_eq!(answer(&client, "/users/1", OTHER, "GET"), NOT_FOUND);
    }
}

annotated! { &FULL, "GET, HEAD"; #[get("/ranked/<_>", rank = 9)] fn late() -> &'static str { "late" } }
annotated! { &OTHERS, "GET, HEAD"; #[get("/<_..>", rank = 1)] fn early() -> &'static str { "early" } }
annotated! { &OTHERS, "GET, HEAD"; #[get("/<_..>", rank = 20)] fn files() -> &'static str { "files" } }

#[test]
fn ranks_decide_as_for_requests() {
    for client in both_orders(routes![late, early]) {
        assert_eq!(answer(&client, "/ranked/1", OTHER, "GET"), ok(OTHER));
        assert_eq!(send(client.get("/ranked/1"), None).body, "early");
    }
    for client in both_orders(routes![late, files]) {
        assert_eq!(answer(&client, "/ranked/1", APP, "GET"), ok(APP));
        assert_eq!(send(client.get("/ranked/1"), None).body, "late");
        for path in ["/", "/ranked", "/ranked/1/2"] {
            assert_eq!(answer(&client, path, OTHER, "GET"), ok(OTHER), "{path}");
        }
    }
}

annotated! { &FULL, "GET, HEAD"; #[get("/q?kind=a")] fn kind_a() -> &'static str { "a" } }
annotated! { &OTHERS, "GET, HEAD"; #[get("/q")] fn kinds() -> &'static str { "all" } }

#[test]
fn static_queries_are_matched() {
    for client in both_orders(routes![kind_a, kinds]) {
        assert_eq!(answer(&client, "/q?kind=a", APP, "GET"), ok(APP));
        assert_eq!(answer(&client, "/q?kind=b", OTHER, "GET"), ok(OTHER));
        assert_eq!(answer(&client, "/q", APP, "GET"), REFUSED);
    }
}

#[test]
fn the_applications_own_options_routes_get_the_rest() {
    for client in both_orders(routes![read, bare_me, catch_all]) {
        assert_eq!(answer(&client, "/users/1", APP, "GET"), ok(APP));
        assert_eq!(answer(&client, "/users/1", EVIL, "GET"), REFUSED);
        let plain = send(client.options("/users/1"), None);
        assert_eq!((plain.status, plain.body.as_str()), (200, "catch-all"));
        assert_eq!(send(client.options("/users/1"), Some(APP)).body, "catch-all");
        for (path, method) in [("/users/1", "PUT"), ("/users/me", "GET"), ("/x", "GET")] {
            let seen = preflight(&client, path, APP, method);
            assert_eq!((seen.body.as_str(), seen.headers()), ("catch-all", vec![]), "{path} {method}");
        }
    }
}

#[test]
fn every_mount_has_its_preflight() {
    let rocket = build().mount("/a", routes![read]).mount("/b/c", routes![read, write]);
    let client = client(rocket);
    assert_eq!(answer(&client, "/a/users/1", APP, "GET"), ok(APP));
    assert_eq!(answer(&client, "/a/users/1", OTHER, "PUT"), NOT_FOUND);
    assert_eq!(answer(&client, "/b/c/users/1", APP, "GET"), ok(APP));
    assert_eq!(answer(&client, "/b/c/users/1", OTHER, "PUT"), ok(OTHER));
    for base in ["/a", "/b/c"] {
        assert_eq!(send(client.get(format!("{base}/users/1")), Some(APP)).allowed(), Some(APP));
    }
}

annotated! { &FULL, "PUT"; #[put("/")] fn root() -> &'static str { "root" } }

#[test]
fn the_root_of_a_mount() {
    let client = client(build().mount("/", routes![root]).mount("/deep", routes![root]));
    for path in ["/", "/deep"] {
        assert_eq!(answer(&client, path, APP, "PUT"), ok(APP), "{path}");
        assert_eq!(send(client.put(path), Some(APP)).body, "root", "{path}");
    }
}

#[head("/users/<_>", rank = 30)]
fn bare_head() -> &'static str {
    ""
}

#[test]
fn head_follows_get_unless_it_has_its_own_route() {
    for client in both_orders(routes![read, write]) {
        assert_eq!(answer(&client, "/users/1", APP, "HEAD"), ok(APP));
    }
    // Rocket tries `HEAD` routes first, whatever the rank of `GET` routes.
    for client in both_orders(routes![read, bare_head]) {
        assert_eq!(answer(&client, "/users/1", APP, "HEAD"), NOT_FOUND);
        assert_eq!(answer(&client, "/users/1", APP, "GET"), ok(APP));
    }
}

annotated! { &FULL, "GET"; #[get("/partly")] fn partly() -> &'static str { "partly" } }

#[test]
fn a_left_out_method_is_rockets() {
    let client = client(build().mount("/", routes![partly]));
    assert_eq!(answer(&client, "/partly", APP, "GET"), ok(APP));
    assert_eq!(answer(&client, "/partly", APP, "HEAD"), NOT_FOUND);
}

struct Never;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Never {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        panic!("a guard ran")
    }
}

annotated! { &FULL, "POST"; #[post("/guarded/<_id>")] fn guarded(_id: u8, _never: Never) -> &'static str { "" } }

#[test]
fn no_guard_runs() {
    let client = client(build().mount("/", routes![guarded]));
    assert_eq!(answer(&client, "/guarded/not-a-number", APP, "POST"), ok(APP));
}

annotated! { &FULL, "OPTIONS"; #[options("/options")] fn about() -> &'static str { "about" } }

/// A handler that forwards every request.
struct Passes;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Passes {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        Outcome::Forward(rocket::http::Status::NotFound)
    }
}

#[options("/options")]
fn bare_options(_passes: Passes) {}

#[test]
fn annotated_options_routes() {
    for client in both_orders(routes![about, read]) {
        assert_eq!(answer(&client, "/options", APP, "OPTIONS"), ok(APP));
        assert_eq!(answer(&client, "/options", EVIL, "OPTIONS"), REFUSED);
        let actual = send(client.options("/options"), Some(APP));
        assert_eq!((actual.body.as_str(), actual.allowed()), ("about", Some(APP)));
        // A preflight for a method that no route serves reaches the handler, and stays unclaimed.
        let stray = preflight(&client, "/options", APP, "PUT");
        assert_eq!((stray.body.as_str(), stray.headers()), ("about", vec!["vary: Origin"]));
    }
    let mut routes = routes![about, bare_options];
    routes[1].rank = -15;
    for client in both_orders(routes) {
        // The unannotated route decides, although it forwards.
        let seen = preflight(&client, "/options", APP, "OPTIONS");
        assert_eq!((seen.body.as_str(), seen.allowed()), ("about", None));
        assert_eq!(seen.headers(), ["vary: Origin, Access-Control-Request-Method"]);
    }
}

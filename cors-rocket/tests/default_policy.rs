//! The default policy, on everything without `#[cors]`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test"
)]

#[macro_use]
mod common;

#[path = "default_policy/routes.rs"]
mod others;
#[path = "default_policy/policies.rs"]
mod policies;

use std::io::Cursor;
use std::sync::atomic::Ordering;

use common::{ANY, APP, EVIL, FULL, NONE, OTHER, OTHERS, OWN, Seen, build, logged, preflight, send};
use cors_rocket::__private::{Policy, StaticPolicy};
use cors_rocket::{Cors, DefaultPolicy};
use others::{RUNS, catcher, other_routes};
use rocket::fairing::AdHoc;
use rocket::fs::FileServer;
use rocket::http::{Header, Method, Status};
use rocket::local::blocking::Client;
use rocket::route::{Handler, Outcome};
use rocket::{Build, Data, Request, Rocket, catchers, get, put, routes};

/// `APP`, for some methods.
static SOME: Policy = Policy::from_checked(StaticPolicy { methods: Some("GET, PUT"), ..FULL_PARTS });
const FULL_PARTS: StaticPolicy = StaticPolicy {
    origins: cors_rocket::__private::StaticOrigins::List { exact: &[APP], patterns: &[] },
    allow_headers: "content-type",
    expose_headers: "etag",
    max_age: "600",
    ..NONE
};
static ANY_METHOD: Policy = Policy::from_checked(StaticPolicy { methods: Some("*"), ..FULL_PARTS });

fn launch(policy: impl Into<DefaultPolicy>, rocket: Rocket<Build>) -> Client {
    Client::untracked(rocket.attach(Cors::fairing().default_policy(policy))).expect("a launch")
}

const ALLOWED: [&str; 3] = [
    "access-control-allow-origin: https://app.example.com",
    "access-control-expose-headers: etag",
    "vary: Origin",
];

fn answer(seen: &Seen) -> (u16, Vec<&str>) {
    (seen.status, seen.headers())
}

#[test]
fn whatever_has_no_policy_follows_it() {
    for rocket in [build(), build().register("/", catchers![catcher])] {
        let client = launch(&SOME, rocket.mount("/", other_routes()));
        for (path, status) in [
            ("/fine", 200),
            ("/redirect", 303),
            ("/nowhere", 404),
            ("/", 404),
            ("/number/no", 422),
            ("/guarded", 401),
            ("/error", 500),
            ("/panic", 500),
        ] {
            for request in [client.get(path), client.head(path)] {
                let seen = send(request.clone(), Some(APP));
                assert_eq!(answer(&seen), (status, ALLOWED.to_vec()), "{path}");
                for origin in [Some(EVIL), Some("null"), None] {
                    let seen = send(request.clone(), origin);
                    assert_eq!(answer(&seen), (status, vec!["vary: Origin"]), "{path} {origin:?}");
                }
            }
        }
        assert_eq!(send(client.put("/saved"), Some(APP)).headers(), ALLOWED);
        // The policy does not list this method.
        assert_eq!(answer(&send(client.delete("/saved"), Some(APP))), (200, vec![]));
    }
}

#[test]
fn preflights_run_nothing() {
    let client = launch(&SOME, build().mount("/", other_routes()).register("/", catchers![catcher]));
    let allowed = [
        "access-control-allow-headers: content-type",
        "access-control-allow-methods: GET, PUT",
        "access-control-allow-origin: https://app.example.com",
        "access-control-max-age: 600",
        "vary: Origin, Access-Control-Request-Method",
    ];
    let refused = vec!["vary: Origin, Access-Control-Request-Method"];
    let before = RUNS.load(Ordering::SeqCst);
    for path in ["/preflight", "/preflight?query", "/nowhere", "/no/where/at/all", "/"] {
        for method in ["GET", "HEAD", "PUT"] {
            let seen = preflight(&client, path, APP, method);
            assert_eq!(answer(&seen), (204, allowed.to_vec()), "{method} {path}");
            assert_eq!(answer(&preflight(&client, path, EVIL, method)), (403, refused.clone()), "{path}");
        }
        for method in ["DELETE", "put", "", "PUT, GET"] {
            let seen = preflight(&client, path, APP, method);
            // On `/preflight` the application's own route responds.
            let status = if path.starts_with("/preflight") { 200 } else { 404 };
            assert_eq!(answer(&seen), (status, vec!["vary: Origin"]), "{method:?} {path}");
        }
    }
    // The eight requests that went on to the application's own route, and no other.
    assert_eq!(RUNS.load(Ordering::SeqCst) - before, 8);

    let plain = client.req(Method::Options, "/preflight");
    let seen = send(plain, Some(APP));
    assert_eq!((seen.status, seen.body.as_str(), seen.headers()), (200, "options", vec![]));
    assert_eq!(RUNS.load(Ordering::SeqCst) - before, 9);
}

#[test]
fn methods_that_are_not_listed() {
    let client = launch(&FULL, build().mount("/", other_routes()));
    for (method, status) in [("GET", 204), ("HEAD", 204), ("POST", 204), ("PUT", 404), ("PATCH", 404)] {
        assert_eq!(preflight(&client, "/nowhere", APP, method).status, status, "{method}");
    }
    assert_eq!(send(client.put("/saved"), Some(APP)).headers(), Vec::<&str>::new());

    let client = launch(&ANY_METHOD, build().mount("/", other_routes()));
    for method in ["GET", "PUT", "DELETE", "CUSTOM"] {
        let seen = preflight(&client, "/saved", APP, method);
        assert_eq!((seen.status, seen.allowed()), (204, Some(APP)), "{method}");
        assert!(seen.cors.contains(&"access-control-allow-methods: *".to_owned()), "{seen:?}");
    }
    assert_eq!(send(client.delete("/saved"), Some(APP)).headers(), ALLOWED);
}

annotated! { &OWN, "GET, HEAD"; #[get("/own/<_n>")] fn own(_n: u8) -> &'static str { "own" } }
annotated! { &OTHERS, "PUT"; #[put("/others/<_n>")] fn for_others(_n: u8) -> &'static str { "others" } }
annotated! { &FULL, ""; #[put("/left-out")] fn left_out() -> &'static str { "left out" } }

#[get("/others/<_n>")]
fn beside(_n: u8) -> &'static str {
    "beside"
}

#[test]
fn annotated_routes_keep_their_own() {
    let routes = || routes![own, for_others, left_out, beside];
    let mut reversed = routes();
    reversed.reverse();
    for routes in [routes(), reversed] {
        let rocket = build().mount("/", routes).register("/", catchers![catcher]);
        let client = launch(&ANY_METHOD, rocket);
        for (path, status) in [("/own/1", 200), ("/own/no", 422)] {
            assert_eq!(answer(&send(client.get(path), Some(APP))), (status, vec![]), "{path}");
            assert_eq!(answer(&preflight(&client, path, APP, "GET")), (403, vec![]), "{path}");
        }
        for path in ["/others/1", "/others/no"] {
            assert_eq!(send(client.put(path), Some(APP)).headers(), ["vary: Origin"]);
            assert_eq!(send(client.put(path), Some(OTHER)).allowed(), Some(OTHER));
            assert_eq!(preflight(&client, path, APP, "PUT").status, 403);
            assert_eq!(preflight(&client, path, OTHER, "PUT").status, 204);
            // No route serves another method there, except one beside.
            assert_eq!(preflight(&client, path, APP, "DELETE").status, 204);
            assert_eq!(preflight(&client, path, APP, "GET").allowed(), Some(APP));
            assert_eq!(send(client.get(path), Some(APP)).headers(), ALLOWED);
        }
        let seen = preflight(&client, "/left-out", APP, "PUT");
        assert_eq!((seen.status, seen.allowed()), (404, None));
        assert_eq!(send(client.put("/left-out"), Some(APP)).headers(), Vec::<&str>::new());
        assert_eq!(preflight(&client, "/left-out", APP, "GET").status, 204);
    }
}

#[test]
fn files_follow_it() {
    let files = FileServer::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let client = launch(&SOME, build().mount("/files", files).mount("/", routes![own]));
    assert_eq!(answer(&send(client.get("/files/lib.rs"), Some(APP))), (200, ALLOWED.to_vec()));
    assert_eq!(answer(&send(client.get("/files/none.rs"), Some(APP))), (404, ALLOWED.to_vec()));
    assert_eq!(preflight(&client, "/files/lib.rs", APP, "GET").status, 204);
}

#[test]
fn any_origin_needs_none() {
    let client = launch(&ANY, build().mount("/", other_routes()));
    for path in ["/fine", "/nowhere"] {
        for origin in [Some(APP), Some(EVIL), Some("null"), None] {
            let expected = ["access-control-allow-origin: *", "access-control-expose-headers: etag"];
            assert_eq!(send(client.get(path), origin).headers(), expected, "{path} {origin:?}");
        }
    }
    let twice = client.get("/fine").header(Header::new("Origin", APP));
    assert_eq!(send(twice, Some(EVIL)).allowed(), Some("*"));
}

#[test]
fn only_the_policy_writes_cors_headers() {
    let client = launch(&SOME, build().mount("/", other_routes()));
    assert_eq!(send(client.get("/sets"), Some(APP)).headers(), ALLOWED);
    assert_eq!(send(client.get("/sets"), Some(EVIL)).headers(), ["vary: Origin"]);
    assert_eq!(send(client.req(Method::Options, "/sets"), Some(APP)).headers(), Vec::<&str>::new());
    let warning = "WARN: the default policy: removed `Access-Control-Allow-Origin`, which only its policy may \
                   set; do not set that in the handler or fairing";
    assert_eq!(logged("the default policy: removed"), [warning]);
}

#[test]
fn without_one_nothing_changes() {
    let rocket = build().mount("/", other_routes()).attach(Cors::fairing());
    let client = Client::untracked(rocket).expect("a launch");
    for path in ["/fine", "/nowhere"] {
        assert_eq!(send(client.get(path), Some(APP)).headers(), Vec::<&str>::new());
    }
    assert_eq!(preflight(&client, "/nowhere", APP, "GET").status, 404);
    assert_eq!(preflight(&client, "/preflight", APP, "PUT").body, "options");
}

/// A handler that wraps another route's handler.
#[derive(Clone)]
struct Around(Box<dyn Handler>);

#[rocket::async_trait]
impl Handler for Around {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        self.0.handle(request, data).await
    }
}

annotated! { &OWN, "GET, HEAD"; #[get("/wrapped")] fn wrapped() -> &'static str { "wrapped" } }

/// Without a default policy the route is closed, whatever handler is inside.
#[test]
fn a_policy_that_nobody_finds_fails_the_launch() {
    let mounted = || {
        let mut routes = routes![wrapped];
        routes[0].handler = Box::new(Around(routes[0].handler.clone()));
        build().mount("/", routes)
    };
    let fairing = Cors::fairing().default_policy(&SOME);
    let error = Client::untracked(mounted().attach(fairing)).map_err(|error| error.to_string());
    assert!(error.is_err());
    assert!(logged("inside").pop().expect("a line").contains("`wrapped` (GET /wrapped)"));
    let client = Client::untracked(mounted().attach(Cors::fairing())).expect("a launch");
    assert_eq!(send(client.get("/wrapped"), Some(APP)).headers(), Vec::<&str>::new());
}

/// A common shape of applications.
#[test]
fn a_fairing_that_answers_all_does_not_answer_preflights() {
    let snippet = AdHoc::on_response("CORS", |request, response| {
        Box::pin(async move {
            response.set_header(Header::new("Access-Control-Allow-Origin", "*"));
            response.set_header(Header::new("Access-Control-Allow-Methods", "GET, PUT"));
            if request.method() == Method::Options {
                response.set_status(Status::NoContent);
                response.set_sized_body(None, Cursor::new("done"));
            }
        })
    });
    let client =
        launch(&SOME, build().mount("/", routes![wrapped]).mount("/", other_routes()).attach(snippet));
    let closed = preflight(&client, "/wrapped", APP, "GET");
    assert_eq!((answer(&closed), closed.body.as_str()), ((403, vec![]), ""));
    let refused = preflight(&client, "/fine", EVIL, "GET");
    assert_eq!(answer(&refused), (403, vec!["vary: Origin, Access-Control-Request-Method"]));
    let allowed = preflight(&client, "/fine", APP, "GET");
    assert_eq!((allowed.status, allowed.allowed()), (204, Some(APP)));
}

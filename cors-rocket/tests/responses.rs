//! Responses and their headers.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test"
)]

#[macro_use]
mod common;

use common::{ANY, APP, EVIL, FULL, OTHER, OTHERS, OWN, both_orders, build, client, send};
use rocket::fairing::AdHoc;
use rocket::http::{Header, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::response::status::Custom;
use rocket::response::stream::TextStream;
use rocket::response::{Redirect, Responder};
use rocket::{Request, catch, catchers, get, head, post, put, routes};

annotated! { &FULL, "GET, HEAD"; #[get("/fine")] fn fine() -> &'static str { "fine" } }
annotated! { &FULL, "GET, HEAD"; #[get("/redirect")] fn redirect() -> Redirect { Redirect::to("/elsewhere") } }
annotated! { &FULL, "GET, HEAD"; #[get("/not-modified")] fn not_modified() -> Custom<()> { Custom(Status::NotModified, ()) } }
annotated! { &FULL, "POST"; #[post("/error")] fn error() -> Result<(), Status> { Err(Status::Conflict) } }
annotated! { &FULL, "GET, HEAD"; #[get("/none")] fn none() -> Option<()> { None } }
annotated! { &FULL, "GET, HEAD"; #[get("/panic")] fn panics() -> () { panic!("as planned") } }
annotated! { &FULL, "GET, HEAD"; #[get("/number/<_n>")] fn number(_n: u8) -> () {} }
annotated! { &FULL, "GET, HEAD"; #[get("/guarded/<_a>/<_b>")] fn guarded(_a: u8, _b: u8, _guard: Fails) -> () {} }
annotated! { &FULL, "GET, HEAD"; #[get("/stream")] fn stream() -> TextStream![String] {
    TextStream! { yield "a".to_owned(); yield "b".to_owned(); }
} }
annotated! { &OTHERS, "GET, HEAD"; #[get("/others")] fn others() -> &'static str { "" } }
annotated! { &ANY, "GET, HEAD"; #[get("/any")] fn any() -> &'static str { "" } }

struct Fails;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Fails {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        Outcome::Error((Status::Unauthorized, ()))
    }
}

#[catch(default)]
fn catcher(status: Status, _: &Request<'_>) -> String {
    format!("caught {}", status.code)
}

const ALLOWED: [&str; 4] = [
    "access-control-allow-credentials: true",
    "access-control-allow-origin: https://app.example.com",
    "access-control-expose-headers: etag",
    "vary: Origin",
];

#[test]
fn whatever_the_outcome() {
    let routes = routes![fine, redirect, not_modified, error, none, panics, number, guarded, stream];
    for rocket in [build(), build().register("/", catchers![catcher])] {
        let client = client(rocket.mount("/", routes.clone()));
        for (path, status) in [
            ("/fine", 200),
            ("/redirect", 303),
            ("/not-modified", 304),
            ("/none", 404),
            ("/panic", 500),
            ("/number/no", 422),
            ("/guarded/1/1", 401),
            ("/stream", 200),
        ] {
            for request in [client.get(path), client.head(path)] {
                let seen = send(request.clone(), Some(APP));
                assert_eq!((seen.status, seen.headers()), (status, ALLOWED.to_vec()), "{path}");
                for origin in [Some(EVIL), Some(OTHER), Some("null"), None] {
                    let seen = send(request.clone(), origin);
                    assert_eq!((seen.status, seen.headers()), (status, vec!["vary: Origin"]), "{path}");
                }
            }
        }
        let seen = send(client.post("/error"), Some(APP));
        assert_eq!((seen.status, seen.headers()), (409, ALLOWED.to_vec()));
    }
}

#[test]
fn the_body_is_the_handlers() {
    let client = client(build().mount("/", routes![fine, stream]));
    assert_eq!(send(client.get("/fine"), Some(EVIL)).body, "fine");
    assert_eq!(send(client.get("/stream"), Some(APP)).body, "ab");
}

#[test]
fn any_origin() {
    let client = client(build().mount("/", routes![any]));
    for origin in [Some(APP), Some(EVIL), Some("null"), None] {
        let seen = send(client.get("/any"), origin);
        let expected = ["access-control-allow-origin: *", "access-control-expose-headers: etag"];
        assert_eq!(seen.headers(), expected, "{origin:?}");
    }
}

#[test]
fn several_origins_are_none() {
    let client = client(build().mount("/", routes![fine, any]));
    let twice = |path| client.get(path).header(Header::new("Origin", APP));
    assert_eq!(send(twice("/fine"), Some(APP)).headers(), ["vary: Origin"]);
    assert_eq!(send(twice("/any"), Some(APP)).allowed(), Some("*"));
}

#[test]
fn routes_keep_their_policies() {
    for client in both_orders(routes![fine, others]) {
        assert_eq!(send(client.get("/fine"), Some(APP)).allowed(), Some(APP));
        assert_eq!(send(client.get("/fine"), Some(OTHER)).allowed(), None);
        assert_eq!(send(client.get("/others"), Some(OTHER)).allowed(), Some(OTHER));
        assert_eq!(send(client.get("/others"), Some(APP)).allowed(), None);
        assert_eq!(send(client.get("/nowhere"), Some(APP)).headers(), Vec::<&str>::new());
    }
}

/// A responder that sets CORS headers and `Vary`.
#[derive(Responder)]
struct Own {
    body: &'static str,
    origin: Header<'static>,
    other: Header<'static>,
    vary: Header<'static>,
}

fn own(vary: &'static str) -> Own {
    Own {
        body: "",
        origin: Header::new("Access-Control-Allow-Origin", "*"),
        other: Header::new("ACCESS-CONTROL-ALLOW-PRIVATE-NETWORK", "true"),
        vary: Header::new("Vary", vary),
    }
}

annotated! { &FULL, "PUT"; #[put("/own")] fn sets() -> Own { own("accept-encoding") } }
annotated! { &FULL, "PUT"; #[put("/own/origin")] fn sets_origin() -> Own { own("Accept, origin") } }
annotated! { &FULL, "PUT"; #[put("/own/star")] fn sets_star() -> Own { own("*") } }
annotated! { &FULL, "PUT"; #[put("/own/partly")] fn partly() -> Own { own("accept") } }
annotated! { &FULL, ""; #[put("/own/left-out")] fn left_out() -> Own { own("accept") } }
annotated! { &OWN, "PUT"; #[put("/own/same")] fn same() -> Own { own("accept") } }

#[put("/bare")]
fn bare() -> Own {
    own("accept")
}

#[test]
fn only_the_policy_writes_cors_headers() {
    let routes = routes![sets, sets_origin, sets_star, partly, left_out, same, bare];
    let client = client(build().mount("/", routes));
    for (path, vary) in [
        ("/own", vec!["vary: Origin", "vary: accept-encoding"]),
        ("/own/origin", vec!["vary: Accept, origin"]),
        ("/own/star", vec!["vary: *"]),
    ] {
        let seen = send(client.put(path), Some(APP));
        assert_eq!(seen.headers(), [&ALLOWED[..3], &vary].concat(), "{path}");
        for origin in [Some(EVIL), None] {
            assert_eq!(send(client.put(path), origin).headers(), vary, "{path}");
        }
    }
    for path in ["/own/left-out", "/own/same"] {
        assert_eq!(send(client.put(path), Some(APP)).headers(), ["vary: accept"], "{path}");
    }
    assert_eq!(send(client.put("/bare"), Some(APP)).allowed(), Some("*"));

    let warning = "WARN: /own: removed `Access-Control-Allow-Origin`, \
                   `ACCESS-CONTROL-ALLOW-PRIVATE-NETWORK`, which only its policy may set; do not set that in \
                   the handler or fairing";
    assert_eq!(common::logged("/own: removed").first().map(String::as_str), Some(warning));
    assert!(common::logged("bare").is_empty());
}

#[test]
fn headers_of_other_fairings_go_as_well() {
    let sets = || {
        AdHoc::on_response("sets", |_, response| {
            Box::pin(async move {
                response.adjoin_raw_header("Access-Control-Allow-Origin", "https://fairing.example");
                response.adjoin_raw_header("Access-Control-Allow-Origin", "https://twice.example");
            })
        })
    };
    let before = build().attach(sets()).attach(cors_rocket::Cors::fairing());
    let after = build().attach(cors_rocket::Cors::fairing()).attach(sets());
    for rocket in [before, after] {
        let client = client(rocket.mount("/", routes![fine, bare]));
        assert_eq!(send(client.get("/fine"), Some(APP)).headers(), ALLOWED);
        assert_eq!(send(client.get("/fine"), Some(EVIL)).headers(), ["vary: Origin"]);
        assert_eq!(send(client.get("/nowhere"), Some(EVIL)).allowed(), Some("https://fairing.example"));
    }
    let warning = "WARN: /fine: removed `Access-Control-Allow-Origin`, which only its policy may \
                   set; do not set that in the handler or fairing";
    assert_eq!(common::logged("/fine: removed").first().map(String::as_str), Some(warning));
}

annotated! { &FULL, "GET, HEAD"; #[get("/chain/<_n>")] fn first(_n: u8) -> &'static str { "first" } }
annotated! { &OTHERS, "GET, HEAD"; #[get("/chain/<_n>", rank = 2)] fn second(_n: i16) -> &'static str { "second" } }

#[get("/chain/<_>", rank = 3)]
fn third() -> &'static str {
    "third"
}

#[test]
fn the_route_that_rocket_tried_last_decides() {
    for client in both_orders(routes![first, second, third]) {
        for (path, body, app, other) in [
            ("/chain/1", "first", Some(APP), None),
            ("/chain/-1", "second", None, Some(OTHER)),
            ("/chain/x", "third", None, None),
        ] {
            let seen = send(client.get(path), Some(APP));
            assert_eq!((seen.body.as_str(), seen.allowed()), (body, app));
            assert_eq!(send(client.get(path), Some(OTHER)).allowed(), other);
        }
        assert_eq!(send(client.get("/chain/x"), Some(APP)).headers(), Vec::<&str>::new());
    }
    for client in both_orders(routes![first, second]) {
        let seen = send(client.get("/chain/x"), Some(OTHER));
        assert_eq!((seen.status, seen.allowed()), (422, Some(OTHER)));
    }
}

annotated! { &FULL, "HEAD"; #[head("/head/<_n>")] fn heads(_n: u8) -> () {} }

#[get("/head/<_>")]
fn gets() -> &'static str {
    "get"
}

#[test]
fn a_head_route_has_its_own_policy() {
    for client in both_orders(routes![heads, gets]) {
        assert_eq!(send(client.head("/head/1"), Some(APP)).headers(), ALLOWED);
        assert_eq!(send(client.head("/head/x"), Some(APP)).headers(), Vec::<&str>::new());
        assert_eq!(send(client.get("/head/1"), Some(APP)).headers(), Vec::<&str>::new());
    }
    // Rocket turns the request into a `GET` when the only route forwards. The response still belongs to the route.
    let client = client(build().mount("/", routes![heads]));
    let seen = send(client.head("/head/x"), Some(APP));
    assert_eq!((seen.status, seen.headers()), (404, ALLOWED.to_vec()));
}

#[test]
fn a_shared_fairing_mixes_nothing_up() {
    let fairing = std::sync::Arc::new(cors_rocket::Cors::fairing());
    let launch = |routes| client(build().attach(fairing.clone()).mount("/", routes));
    let (one, two) = (launch(routes![fine]), launch(routes![others]));
    assert_eq!(send(one.get("/fine"), Some(APP)).allowed(), Some(APP));
    assert_eq!(send(two.get("/others"), Some(OTHER)).allowed(), Some(OTHER));
    assert_eq!(send(two.get("/others"), Some(APP)).allowed(), None);
}

//! A request that is built once and sent several times: Rocket's clones share one local cache.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test")]

#[macro_use]
mod common;

use common::{APP, EVIL, Seen, build, send};
use cors_rocket::{Cors, Origin, Policy, cors, policy};
use rocket::http::{Header, Method};
use rocket::local::blocking::Client;
use rocket::{Request, get, options, put, routes};

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
#[get("/orders")]
fn list() -> &'static str {
    "orders"
}

fn is_app(origin: &Origin<'_>, _: &Request<'_>) -> bool {
    origin.host() == "app.example.com"
}

#[cors(origins = predicate(is_app))]
#[put("/orders")]
fn save() -> &'static str {
    "saved"
}

#[cors(origins = ["https://app.example.com"])]
#[options("/orders")]
fn about() -> &'static str {
    "about"
}

static DEFAULT: Policy = policy!(origins = ["https://app.example.com"], methods = ["DELETE"]);

fn client() -> Client {
    let cors = Cors::fairing().default_policy(&DEFAULT);
    Client::untracked(build().attach(cors).mount("/", routes![list, save, about])).expect("a launch")
}

/// Returns the status and the allowed origin.
fn short(seen: &Seen) -> (u16, Option<&str>) {
    (seen.status, seen.allowed())
}

#[test]
fn every_clone_has_its_own_decision() {
    let client = client();
    for (request, refused) in [(client.get("/orders"), 403), (client.put("/orders"), 200)] {
        for origin in [EVIL, APP, EVIL, APP] {
            let seen = send(request.clone(), Some(origin));
            let expected = if origin == APP { (200, Some(APP)) } else { (refused, None) };
            assert_eq!(short(&seen), expected, "{origin}");
        }
    }
}

#[test]
fn every_clone_has_its_own_answer() {
    let client = client();
    let options = client.req(Method::Options, "/orders");
    for method in ["GET", "PUT", "DELETE", "GET"] {
        let preflight = options.clone().header(Header::new("Access-Control-Request-Method", method));
        for origin in [EVIL, APP, EVIL, APP] {
            let seen = send(preflight.clone(), Some(origin));
            let expected = if origin == APP { (204, Some(APP)) } else { (403, None) };
            assert_eq!(short(&seen), expected, "{method}, {origin}");
        }
        // Not a preflight.
        assert_eq!(short(&send(options.clone(), Some(APP))), (200, Some(APP)), "{method}");
        // An unclaimed preflight, which goes to the route for `OPTIONS`.
        let other = options.clone().header(Header::new("Access-Control-Request-Method", "PATCH"));
        assert_eq!(short(&send(other, Some(APP))).0, 200, "{method}");
    }
}

//! A request that is built once and sent several times: Rocket's clones share one local cache.

use cors_rocket::{Cors, Origin, Policy, cors, policy};
use cors_tests::table::{APP, EVIL};
use rocket::http::{Header, Method};
use rocket::local::blocking::{Client, LocalRequest};
use rocket::{Request, get, options, put, routes};

use super::rocket;

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
#[get("/orders")]
fn list() {}

fn is_app(origin: &Origin<'_>, _: &Request<'_>) -> bool {
    origin.host() == "app.example.com"
}

#[cors(origins = predicate(is_app))]
#[put("/orders")]
fn save() {}

#[cors(origins = ["https://app.example.com"])]
#[options("/orders")]
fn about() {}

static DEFAULT: Policy = policy!(origins = ["https://app.example.com"], methods = ["DELETE"]);

fn client() -> Client {
    let cors = Cors::fairing().default_policy(&DEFAULT);
    Client::untracked(rocket().attach(cors).mount("/", routes![list, save, about])).unwrap()
}

/// Sends a clone with this origin. Returns the status, and the origin that may read the response.
fn outcome(request: &LocalRequest<'_>, origin: &'static str) -> (u16, Option<String>) {
    let response = request.clone().header(Header::new("origin", origin)).dispatch();
    let allowed = response.headers().get_one("access-control-allow-origin").map(str::to_owned);
    (response.status().code, allowed)
}

fn app_or(origin: &str, allowed: u16, refused: u16) -> (u16, Option<String>) {
    if origin == APP { (allowed, Some(APP.to_owned())) } else { (refused, None) }
}

#[test]
fn every_clone_has_its_own_decision() {
    let client = client();
    for (request, refused) in [(client.get("/orders"), 403), (client.put("/orders"), 200)] {
        for origin in [EVIL, APP, EVIL, APP] {
            assert_eq!(outcome(&request, origin), app_or(origin, 200, refused), "{origin}");
        }
    }
}

#[test]
fn every_clone_has_its_own_answer() {
    let client = client();
    let options = client.req(Method::Options, "/orders");
    let requested = |method| options.clone().header(Header::new("access-control-request-method", method));
    for method in ["GET", "PUT", "DELETE", "GET"] {
        let preflight = requested(method);
        for origin in [EVIL, APP, EVIL, APP] {
            assert_eq!(outcome(&preflight, origin), app_or(origin, 204, 403), "{method}, {origin}");
        }
        // Not a preflight.
        assert_eq!(outcome(&options, APP), app_or(APP, 200, 200), "{method}");
        // A preflight that no policy answers, which the annotated route for `OPTIONS` does not get.
        assert_eq!(outcome(&requested("PATCH"), APP), (404, None), "{method}");
    }
}

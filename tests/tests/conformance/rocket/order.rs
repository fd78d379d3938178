//! The order in which Rocket tries routes, which decides on preflights as on requests.

use std::path::PathBuf;

use cors_rocket::cors;
use cors_tests::table::{ADMIN, APP, EVIL, cross, preflight};
use cors_tests::wire::Request;
use rocket::http::Header;
use rocket::http::uri::Host;
use rocket::{Route, get, options, put, routes, uri};

use crate::check::allowed;

use super::{REFUSED, UNANSWERED, both_orders, client, outcome, rocket, send};

#[cors(origins = ["https://app.example.com"])]
#[put("/thing")]
fn thing() {}

/// Handlers without `#[cors]`.
mod bare {
    use super::*;

    #[get("/bare")]
    pub(super) fn get() {}

    #[put("/<_path..>")]
    pub(super) fn everything(_path: PathBuf) {}

    #[options("/<_path..>")]
    pub(super) fn options(_path: PathBuf) -> &'static str {
        "mine"
    }
}

/// The attributes of Rocket take no negative ranks; routes do.
fn ranked(mut routes: Vec<Route>, rank: isize) -> Vec<Route> {
    routes.iter_mut().for_each(|route| route.rank = rank);
    routes
}

#[test]
fn a_catch_all_for_options_gets_what_nobody_answers() {
    for options in [routes![bare::options], ranked(routes![bare::options], -200)] {
        let rocket = rocket().mount("/", routes![thing, bare::get]).mount("/", options);
        let client = client(rocket);
        assert_eq!(outcome(&client, &preflight("PUT", "/thing", APP)), allowed(APP), "whatever its rank");
        assert_eq!(outcome(&client, &preflight("PUT", "/thing", EVIL)), REFUSED);
        for request in [
            preflight("DELETE", "/thing", APP),
            preflight("GET", "/bare", APP),
            preflight("PUT", "/nowhere", APP),
            cross("OPTIONS", "/thing", APP),
            Request::new("OPTIONS", "/thing"),
        ] {
            let response = send(&client, &request);
            let expected = (200, &b"mine"[..], Vec::<String>::new());
            assert_eq!((response.status, &*response.body, response.cors_lines()), expected, "{request:?}");
        }
    }
}

#[test]
fn an_earlier_route_without_annotation_decides() {
    let rocket = rocket().mount("/", routes![thing]);
    let client = client(rocket.mount("/", ranked(routes![bare::everything], -100)));
    assert_eq!(outcome(&client, &preflight("PUT", "/thing", APP)), UNANSWERED);
    assert_eq!(outcome(&client, &cross("PUT", "/thing", APP)), (200, None));
}

/// A static and a dynamic path for one request, each with and without a policy.
mod segments {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    #[get("/users/<_>")]
    pub(super) fn dynamic() {}

    #[get("/users/<_>")]
    pub(super) fn bare_dynamic() {}

    #[cors(origins = ["https://admin.example.com"])]
    #[get("/users/me")]
    pub(super) fn fixed() {}

    #[get("/users/me")]
    pub(super) fn bare_fixed() {}
}

#[test]
fn an_annotated_route_does_not_answer_for_a_bare_one() {
    for client in both_orders(routes![segments::dynamic, segments::bare_fixed]) {
        assert_eq!(outcome(&client, &preflight("GET", "/users/me", APP)), UNANSWERED);
        assert_eq!(outcome(&client, &preflight("HEAD", "/users/me", APP)), UNANSWERED);
        assert_eq!(outcome(&client, &preflight("GET", "/users/1", APP)), allowed(APP));
    }
    for client in both_orders(routes![segments::fixed, segments::bare_dynamic]) {
        assert_eq!(outcome(&client, &preflight("GET", "/users/me", ADMIN)), allowed(ADMIN));
        assert_eq!(outcome(&client, &preflight("GET", "/users/1", ADMIN)), UNANSWERED);
    }
}

/// Ranks beside others, and at both ends.
mod ranks {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    #[get("/ranks/<_>", rank = 9)]
    pub(super) fn of_nine() -> &'static str {
        "nine"
    }

    #[cors(origins = ["https://admin.example.com"])]
    #[get("/<_..>", rank = 1)]
    pub(super) fn everything_of_one() -> &'static str {
        "everything"
    }

    #[cors(origins = ["https://admin.example.com"])]
    #[get("/<_..>", rank = 20)]
    pub(super) fn everything_of_twenty() -> &'static str {
        "everything"
    }
}

#[test]
fn ranks_order_preflights_as_requests() {
    for client in both_orders(routes![ranks::of_nine, ranks::everything_of_one]) {
        assert_eq!(outcome(&client, &preflight("GET", "/ranks/1", ADMIN)), allowed(ADMIN));
        assert_eq!(outcome(&client, &preflight("GET", "/ranks/1", APP)), REFUSED);
        assert_eq!(send(&client, &cross("GET", "/ranks/1", APP)).body, b"everything");
    }
    for client in both_orders(routes![ranks::of_nine, ranks::everything_of_twenty]) {
        assert_eq!(outcome(&client, &preflight("GET", "/ranks/1", APP)), allowed(APP));
        assert_eq!(send(&client, &cross("GET", "/ranks/1", APP)).body, b"nine");
        for path in ["/", "/ranks", "/ranks/1/2"] {
            assert_eq!(outcome(&client, &preflight("GET", path, ADMIN)), allowed(ADMIN), "{path}");
        }
    }
    let highest = ranked(routes![ranks::everything_of_one], isize::MAX);
    let rocket = rocket().mount("/", highest).mount("/", ranked(routes![ranks::of_nine], isize::MIN));
    // A handler may be mounted twice.
    let client = client(rocket.mount("/again", routes![ranks::everything_of_one]));
    assert_eq!(outcome(&client, &preflight("GET", "/ranks/1", APP)), allowed(APP));
    assert_eq!(outcome(&client, &preflight("GET", "/ranks/1", ADMIN)), REFUSED);
    assert_eq!(outcome(&client, &preflight("GET", "/again/ranks/1", ADMIN)), allowed(ADMIN));
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[put("/enforced")]
fn enforced() {}

/// Requests over HTTP/2 have no `Host` line either.
#[test]
fn the_host_of_the_url_is_the_routes_own() {
    let client = client(rocket().mount("/", routes![enforced]));
    for (origin, status) in
        [("https://api.example", 403), ("https://api.example:8443", 200), ("https://evil.example:8443", 403)]
    {
        let mut request = client.put("/enforced").header(Header::new("origin", origin));
        request.inner_mut().set_host(Host::from(uri!("api.example:8443")));
        assert_eq!(request.dispatch().status().code, status, "{origin}");
    }
}

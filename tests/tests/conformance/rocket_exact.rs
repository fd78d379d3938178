//! The limits of Rocket's fairing: launches that must fail, and preflights in rank order.

use cors_rocket::{Cors, cors};
use cors_tests::server::config;
use cors_tests::table::{ADMIN, APP};
use rocket::fairing::AdHoc;
use rocket::http::uri::Host;
use rocket::http::{Header, Method};
use rocket::local::blocking::Client;
use rocket::{Build, Rocket, Route, get, options, post, put, routes, uri};

fn rocket() -> Rocket<Build> {
    rocket::custom(config())
}

/// Returns the status of a preflight, and the allowed origin.
fn preflight(
    client: &Client,
    method: &'static str,
    path: &str,
    origin: &'static str,
) -> (u16, Option<String>) {
    let request = client.req(Method::Options, path).header(Header::new("origin", origin));
    let response = request.header(Header::new("access-control-request-method", method)).dispatch();
    (response.status().code, response.headers().get_one("access-control-allow-origin").map(str::to_owned))
}

fn allowed(origin: &str) -> (u16, Option<String>) {
    (204, Some(origin.to_owned()))
}

#[cors(origins = ["https://app.example.com"])]
#[put("/thing")]
fn thing() {}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[put("/enforced")]
fn enforced() {}

/// Requests over HTTP/2 have no `Host` line either.
#[test]
fn the_host_of_the_url_is_the_routes_own() {
    let client = Client::tracked(rocket().attach(Cors::fairing()).mount("/", routes![enforced])).unwrap();
    for (origin, status) in
        [("https://api.example", 403), ("https://api.example:8443", 200), ("https://evil.example:8443", 403)]
    {
        let mut request = client.put("/enforced").header(Header::new("origin", origin));
        request.inner_mut().set_host(Host::from(uri!("api.example:8443")));
        assert_eq!(request.dispatch().status().code, status, "{origin}");
    }
}

/// Two routes on one path that differ only in `format`.
mod formats {
    use super::*;

    #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
    #[post("/format", format = "json")]
    pub(super) fn json() {}

    #[cors(origins = ["https://admin.example.com"], allow_headers = ["content-type"])]
    #[post("/format", format = "xml")]
    pub(super) fn other_policy() {}

    #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
    #[post("/format", format = "xml")]
    pub(super) fn same_policy() {}

    #[post("/format", format = "xml")]
    pub(super) fn bare() {}
}

/// Returns the reason of a failed launch. Rocket's errors panic if they are dropped without inspection.
fn failure(rocket: Rocket<Build>) -> Option<String> {
    Client::tracked(rocket).err().map(|error| error.kind().to_string())
}

#[test]
fn routes_that_a_preflight_cannot_tell_apart_have_to_agree() {
    let attached = || rocket().attach(Cors::fairing());
    let fails = |routes| failure(attached().mount("/", routes));
    let of_a_fairing = Some("launch fairing(s) failed".to_owned());
    assert_eq!(fails(routes![formats::json, formats::other_policy]), of_a_fairing, "two policies");
    assert_eq!(fails(routes![formats::json, formats::bare]), of_a_fairing, "a policy and none");
    assert_eq!(fails(routes![formats::json, formats::same_policy]), None);
    let client =
        Client::tracked(attached().mount("/", routes![formats::json, formats::same_policy])).unwrap();
    assert_eq!(preflight(&client, "POST", "/format", APP), allowed(APP));
}

#[test]
fn a_launch_without_the_fairing_fails() {
    let without = failure(rocket().mount("/", routes![thing]));
    assert_eq!(without, Some("sentinel(s) aborted".to_owned()));
    assert_eq!(failure(rocket().attach(Cors::fairing()).mount("/", routes![thing])), None);
    assert_eq!(failure(rocket().mount("/", routes![bare::get])), None, "nothing is annotated");
}

#[test]
fn routes_of_other_fairings_are_seen() {
    let stage =
        || AdHoc::on_ignite("stage", |rocket| async { rocket.mount("/late", routes![thing, bare::get]) });
    for rocket in
        [rocket().attach(Cors::fairing()).attach(stage()), rocket().attach(stage()).attach(Cors::fairing())]
    {
        let client = Client::tracked(rocket).unwrap();
        assert_eq!(preflight(&client, "PUT", "/late/thing", APP), allowed(APP));
        assert_eq!(preflight(&client, "GET", "/late/bare", APP), (404, None));
    }
}

/// A fairing that mounts routes after `depth` others, each of which only attaches the next.
fn nested(depth: usize) -> AdHoc {
    AdHoc::on_ignite("nested", move |rocket| async move {
        match depth.checked_sub(1) {
            Some(less) => rocket.attach(nested(less)),
            None => rocket.mount("/late", routes![thing, bare::get]),
        }
    })
}

#[test]
fn routes_of_fairings_that_fairings_attach_are_seen() {
    for depth in [1, 2, 6, 15] {
        for rocket in [
            rocket().attach(Cors::fairing()).attach(nested(depth)),
            rocket().attach(nested(depth)).attach(Cors::fairing()),
        ] {
            let client = Client::tracked(rocket).unwrap();
            assert_eq!(preflight(&client, "PUT", "/late/thing", APP), allowed(APP));
            assert_eq!(preflight(&client, "GET", "/late/bare", APP), (404, None));
        }
    }
    // After several rounds without a route, the fairing cannot know that more will come. A route without its preflight
    // is always reported, though.
    let error = Client::tracked(rocket().attach(Cors::fairing()).attach(nested(17))).unwrap_err();
    assert_eq!(error.kind().to_string(), "sentinel(s) aborted");
}

/// The attributes of Rocket take no negative ranks; routes do.
fn ranked(mut routes: Vec<Route>, rank: isize) -> Vec<Route> {
    routes.iter_mut().for_each(|route| route.rank = rank);
    routes
}

#[test]
fn a_route_has_the_name_of_its_function() {
    let names: Vec<_> =
        routes![thing, ranks::lowest, bare::get].into_iter().filter_map(|route| route.name).collect();
    assert_eq!(names, ["thing", "lowest", "get"]);
}

#[test]
fn a_second_fairing_changes_nothing() {
    let rocket = rocket().attach(Cors::fairing()).attach(Cors::fairing()).mount("/", routes![thing]);
    let client = Client::tracked(rocket).unwrap();
    assert_eq!(preflight(&client, "PUT", "/thing", APP), allowed(APP));
    let response = client.put("/thing").header(Header::new("origin", APP)).dispatch();
    assert_eq!(response.headers().get("access-control-allow-origin").collect::<Vec<_>>(), [APP]);
    assert_eq!(response.headers().get("vary").collect::<Vec<_>>(), ["Origin"]);
}

/// Handlers without `#[cors]`.
mod bare {
    use super::*;

    #[get("/bare")]
    pub(super) fn get() {}

    #[put("/<_path..>")]
    pub(super) fn everything(_path: std::path::PathBuf) {}

    #[options("/<_path..>")]
    pub(super) fn options(_path: std::path::PathBuf) -> &'static str {
        "mine"
    }
}

#[test]
fn a_catch_all_for_options_gets_what_nobody_answers() {
    let rocket = rocket().attach(Cors::fairing()).mount("/", routes![thing, bare::get]);
    let rocket = rocket.mount("/", ranked(routes![bare::options], -200));
    let client = Client::tracked(rocket).unwrap();
    assert_eq!(preflight(&client, "PUT", "/thing", APP), allowed(APP), "whatever its rank");
    assert_eq!(preflight(&client, "DELETE", "/thing", APP), (200, None));
    assert_eq!(preflight(&client, "GET", "/bare", APP), (200, None));
    assert_eq!(preflight(&client, "PUT", "/nowhere", APP), (200, None));
}

#[test]
fn an_earlier_route_without_annotation_decides() {
    let rocket = rocket().attach(Cors::fairing()).mount("/", routes![thing]);
    let rocket = rocket.mount("/", ranked(routes![bare::everything], -100));
    let client = Client::tracked(rocket).unwrap();
    assert_eq!(preflight(&client, "PUT", "/thing", APP), (404, None));
    let response = client.put("/thing").header(Header::new("origin", APP)).dispatch();
    assert_eq!(response.headers().get_one("access-control-allow-origin"), None);
}

/// Ranks at both ends, and a handler that is mounted twice.
mod ranks {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    #[put("/ranks/<_x>", rank = 1)]
    pub(super) fn lowest(_x: &str) {}

    #[cors(origins = ["https://admin.example.com"])]
    #[put("/ranks/<_x>", rank = 2)]
    pub(super) fn highest(_x: &str) {}
}

#[test]
fn ranks_order_preflights_as_requests() {
    let rocket = rocket().attach(Cors::fairing()).mount("/", ranked(routes![ranks::highest], isize::MAX));
    let rocket = rocket.mount("/", ranked(routes![ranks::lowest], isize::MIN));
    let client = Client::tracked(rocket.mount("/again", routes![ranks::highest])).unwrap();
    assert_eq!(preflight(&client, "PUT", "/ranks/1", APP), allowed(APP));
    assert_eq!(preflight(&client, "PUT", "/ranks/1", ADMIN), (403, None));
    assert_eq!(preflight(&client, "PUT", "/again/ranks/1", ADMIN), allowed(ADMIN));
}

#[test]
fn format_and_data_do_not_matter_to_a_preflight() {
    let client =
        Client::tracked(rocket().attach(Cors::fairing()).mount("/", routes![formats::json])).unwrap();
    assert_eq!(preflight(&client, "POST", "/format", APP), allowed(APP));
}

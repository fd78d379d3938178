//! Routes and fairings that other fairings add while the `Rocket` ignites. `log/rocket_launch.rs` has the launches that
//! fail.

use std::sync::Arc;

use cors_rocket::{Cors, cors};
use cors_tests::table::{ADMIN, APP, EVIL, cross, preflight};
use rocket::fairing::AdHoc;
use rocket::{Route, get, put, routes};

use crate::check::allowed;

use super::{UNANSWERED, client, outcome, rocket, send};

#[cors(origins = ["https://app.example.com"])]
#[put("/thing")]
fn thing() {}

#[cors(origins = ["https://app.example.com"])]
#[get("/nested/<_>")]
fn nested() {}

#[cors(same_origin)]
#[get("/own")]
fn own() {}

#[cors(origins = ["https://admin.example.com"])]
#[put("/other")]
fn other() {}

#[get("/bare")]
fn bare() {}

/// Returns a fairing that mounts routes, and then attaches the next one, if any.
fn stage(routes: Vec<Route>, next: Option<AdHoc>) -> AdHoc {
    AdHoc::on_ignite("stage", |rocket| async {
        let rocket = rocket.mount("/late", routes);
        match next {
            Some(next) => rocket.attach(next),
            None => rocket,
        }
    })
}

/// Returns `last` behind `depth` fairings, each of which only attaches the next.
fn behind(depth: usize, last: AdHoc) -> AdHoc {
    (0..depth).fold(last, |next, _| AdHoc::on_ignite("quiet", |rocket| async { rocket.attach(next) }))
}

#[test]
fn routes_of_other_fairings_are_seen() {
    let stages = || stage(routes![thing], Some(stage(routes![nested], Some(stage(routes![bare], None)))));
    let first = rocket().attach(Cors::fairing()).attach(stages());
    let last = rocket().attach(stages()).attach(Cors::fairing());
    for rocket in [first, last] {
        let client = client(rocket.mount("/", routes![thing]));
        for (method, path) in [("PUT", "/thing"), ("PUT", "/late/thing"), ("GET", "/late/nested/1")] {
            assert_eq!(outcome(&client, &preflight(method, path, APP)), allowed(APP), "{path}");
            assert_eq!(outcome(&client, &cross(method, path, APP)), (200, Some(APP.to_owned())), "{path}");
        }
        assert_eq!(outcome(&client, &preflight("GET", "/late/bare", APP)), UNANSWERED);
    }
}

#[test]
fn routes_of_fairings_that_fairings_attach_are_seen() {
    for depth in [1, 2, 6, 15] {
        let late = || behind(depth, stage(routes![thing, bare], None));
        for rocket in
            [rocket().attach(Cors::fairing()).attach(late()), rocket().attach(late()).attach(Cors::fairing())]
        {
            let client = client(rocket);
            assert_eq!(outcome(&client, &preflight("PUT", "/late/thing", APP)), allowed(APP));
            assert_eq!(outcome(&client, &preflight("GET", "/late/bare", APP)), UNANSWERED);
        }
    }
}

/// A round with new routes begins the count again.
#[test]
fn routes_of_a_long_chain_of_fairings_are_seen() {
    let last = stage(routes![thing], None);
    let chain = (0..20).fold(last, |next, depth| {
        let route: Vec<Route> =
            routes![bare].into_iter().map(|route| route.map_base(|_| format!("/{depth}")).unwrap()).collect();
        stage(route, Some(next))
    });
    let client = client(rocket().attach(Cors::fairing()).attach(chain));
    assert_eq!(outcome(&client, &preflight("PUT", "/late/thing", APP)), allowed(APP));
}

/// The headers of other response fairings do not open an annotated route, and stay on responses without a policy.
#[test]
fn response_fairings_that_fairings_attach_run_before() {
    let opens = || {
        AdHoc::on_response("opens", |_, response| {
            Box::pin(async move {
                response.adjoin_raw_header("Access-Control-Allow-Origin", "*");
                response.adjoin_raw_header("Access-Control-Allow-Origin", "https://twice.example");
            })
        })
    };
    for depth in 0..=16 {
        let first = rocket().attach(Cors::fairing()).attach(behind(depth, opens()));
        let last = rocket().attach(behind(depth, opens())).attach(Cors::fairing());
        for rocket in [first, last] {
            let client = client(rocket.mount("/", routes![thing, own, bare]));
            for (request, expected) in [
                (
                    cross("PUT", "/thing", APP),
                    vec!["access-control-allow-origin: https://app.example.com", "vary: Origin"],
                ),
                (cross("PUT", "/thing", EVIL), vec!["vary: Origin"]),
                (cross("GET", "/own", APP), vec![]),
            ] {
                assert_eq!(send(&client, &request).cors_lines(), expected, "{depth} {request:?}");
            }
            assert_eq!(outcome(&client, &cross("GET", "/bare", APP)), (200, Some("*".to_owned())), "{depth}");
            assert_eq!(
                outcome(&client, &cross("GET", "/nowhere", APP)),
                (404, Some("*".to_owned())),
                "{depth}"
            );
            assert_eq!(outcome(&client, &preflight("GET", "/own", APP)), (403, None), "{depth}");
        }
    }
}

#[test]
fn a_second_fairing_changes_nothing() {
    let inner = AdHoc::on_ignite("inner", |rocket| async { rocket.attach(Cors::fairing()) });
    let rocket = rocket().attach(Cors::fairing()).attach(Cors::fairing()).attach(inner);
    let client = client(rocket.mount("/", routes![thing]));
    assert_eq!(outcome(&client, &preflight("PUT", "/thing", APP)), allowed(APP));
    let response = send(&client, &cross("PUT", "/thing", APP));
    let expected = ["access-control-allow-origin: https://app.example.com", "vary: Origin"];
    assert_eq!(response.cors_lines(), expected);
}

#[test]
fn a_fairing_that_two_applications_share_keeps_them_apart() {
    let fairing = Arc::new(Cors::fairing());
    let launch = |routes| client(rocket().attach(fairing.clone()).mount("/", routes));
    let (one, two) = (launch(routes![thing]), launch(routes![other]));
    assert_eq!(outcome(&one, &cross("PUT", "/thing", APP)), (200, Some(APP.to_owned())));
    assert_eq!(outcome(&two, &cross("PUT", "/other", ADMIN)), (200, Some(ADMIN.to_owned())));
    assert_eq!(outcome(&two, &cross("PUT", "/other", APP)), (200, None));
}

#[test]
fn a_route_has_the_name_of_its_function() {
    let names: Vec<_> = routes![thing, nested, bare].into_iter().filter_map(|route| route.name).collect();
    assert_eq!(names, ["thing", "nested", "bare"]);
}

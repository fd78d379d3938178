//! `Shield`: its headers and those of the policy are on the same responses.

use cors_rocket::cors;
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::table::{APP, preflight};
use rocket::http::Status;
use rocket::shield::{Referrer, Shield};
use rocket::{put, routes};

use crate::rocket::{app, build};

#[cors(policy = PAGE)]
#[put("/notes")]
fn save() {}

#[cors(policy = PAGE)]
#[put("/broken")]
fn broken() -> Status {
    Status::InternalServerError
}

#[test]
fn the_default_shield_stays_beside_a_policy() {
    let answer = app(build().mount("/", routes![save, broken]));
    for (path, status) in [("/notes", 200), ("/broken", 500)] {
        let response = Route::new("PUT", path).status(status).check(&answer);
        for name in ["x-content-type-options", "x-frame-options", "permissions-policy"] {
            assert_eq!(response.values(name).count(), 1, "{name}");
        }
    }
    assert_eq!(answer(&preflight("PUT", "/notes", APP)).values("x-content-type-options").count(), 1);
}

#[test]
fn a_shield_of_the_application_stays_beside_a_policy() {
    let shield = || Shield::default().enable(Referrer::NoReferrer);
    let after = build().attach(shield());
    let before =
        rocket::custom(cors_tests::server::config()).attach(shield()).attach(cors_rocket::Cors::fairing());
    for rocket in [after, before] {
        let response = Route::new("PUT", "/notes").check(app(rocket.mount("/", routes![save])));
        assert_eq!(response.values("referrer-policy").collect::<Vec<_>>(), [b"no-referrer"]);
    }
}

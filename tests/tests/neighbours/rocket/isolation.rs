//! `Cross-Origin-Resource-Policy` and related headers are outside of CORS: no policy sets them, and none removes them.

use cors_rocket::{Cors, cors};
use cors_tests::neighbour::{ISOLATION, PAGE, Route, isolation_is_not_added, isolation_stays};
use cors_tests::server;
use cors_tests::table::{APP, EVIL, cross, preflight};
use rocket::fairing::AdHoc;
use rocket::http::Header;
use rocket::response::{self, Responder, Response};
use rocket::{Request, get, routes};

use crate::rocket::{app, build};

struct Isolated;

impl<'r> Responder<'r, 'static> for Isolated {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        let mut response = Response::new();
        for (name, value) in ISOLATION {
            response.set_raw_header(name, value);
        }
        Ok(response)
    }
}

#[cors(policy = PAGE)]
#[get("/image")]
fn image() -> Isolated {
    Isolated
}

#[cors(policy = PAGE)]
#[get("/bare-image")]
fn bare() {}

#[cors(same_origin)]
#[get("/own-image")]
fn own() -> Isolated {
    Isolated
}

#[test]
fn isolation_headers_of_a_handler_stay() {
    let answer = app(build().mount("/", routes![image, own]));
    Route::new("GET", "/image").methods("GET, HEAD").check(&answer);
    isolation_stays(answer);
}

#[test]
fn a_policy_sets_no_isolation_header() {
    let answer = app(build().mount("/", routes![image, bare]));
    isolation_is_not_added(answer);
}

#[test]
fn isolation_headers_of_a_fairing_stay() {
    let [(name, value), ..] = ISOLATION;
    let adds = || {
        AdHoc::on_response("isolation", move |_, response| {
            Box::pin(async move {
                response.set_header(Header::new(name, value));
            })
        })
    };
    let before = rocket::custom(server::config()).attach(adds()).attach(Cors::fairing());
    for rocket in [before, build().attach(adds())] {
        let answer = app(rocket.mount("/", routes![bare]));
        for request in [
            cross("GET", "/bare-image", APP),
            cross("GET", "/bare-image", EVIL),
            preflight("GET", "/bare-image", APP),
        ] {
            assert_eq!(answer(&request).values(name).collect::<Vec<_>>(), [value.as_bytes()], "{request:?}");
        }
    }
}

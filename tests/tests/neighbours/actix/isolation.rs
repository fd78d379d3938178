//! `Cross-Origin-Resource-Policy` and related headers are outside of CORS: no policy sets them, and none removes them.

use actix_web::middleware::DefaultHeaders;
use actix_web::{App, HttpResponse, get};
use cors_actix::cors;
use cors_tests::neighbour::{ISOLATION, PAGE, Route, isolation_is_not_added, isolation_stays};
use cors_tests::table::{APP, EVIL, cross, preflight};

use crate::actix::app;

#[cors(policy = PAGE)]
#[get("/image")]
async fn image() -> HttpResponse {
    isolated()
}

fn isolated() -> HttpResponse {
    let mut response = HttpResponse::Ok();
    for line in ISOLATION {
        response.insert_header(line);
    }
    response.finish()
}

#[cors(policy = PAGE)]
#[get("/bare-image")]
async fn bare() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(same_origin)]
#[get("/own-image")]
async fn own() -> HttpResponse {
    isolated()
}

#[test]
fn isolation_headers_of_a_handler_stay() {
    let answer = app!(App::new().service(image).service(own));
    Route::new("GET", "/image").check(&answer);
    isolation_stays(answer);
}

#[test]
fn a_policy_sets_no_isolation_header() {
    let answer = app!(App::new().service(image).service(bare));
    isolation_is_not_added(answer);
}

#[test]
fn isolation_headers_of_middleware_stay() {
    let [(name, value), ..] = ISOLATION;
    let answer = app!(App::new().service(bare).wrap(DefaultHeaders::new().add((name, value))));
    for request in [
        cross("GET", "/bare-image", APP),
        cross("GET", "/bare-image", EVIL),
        preflight("GET", "/bare-image", APP),
    ] {
        assert_eq!(answer(&request).values(name).collect::<Vec<_>>(), [value.as_bytes()], "{request:?}");
    }
}
